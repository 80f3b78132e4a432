"""Figures stated in the texts of tables: `{{ figure('funds.count', source='x', unit=false) }}`."""

import re

from .grammar import Words
from .values import Value

CALL = re.compile(r"\{\{\s*figure\(\s*(.*?)\s*\)\s*\}\}")
ARGUMENT = re.compile(r"""(?:(\w+)\s*=\s*)?(?:'([^']*)'|"([^"]*)"|(\w+))\s*,?\s*""")


def state_figures(model):
    """Puts the figures into the texts of all tables; what authors wrote stays in `raw`."""
    words = {tag: Words(tag, item.get("calendar")) for tag, item in model.source.languages.items()}
    for name in model.source.resources:
        for row in model.source.rows(name):
            for column, text in list(row.items()):
                tag = column.partition("@")[2] or "th"
                if text and "{{" in text and tag in words:
                    row.__dict__.setdefault("raw", dict(row))
                    row[column] = joined(text, lambda call: figure(model, words[tag], tag, call))


def joined(text, say):
    """A text with what its calls say: Thai has no space before `กว่า`, English sentences have their capital."""
    whole, done = "", 0
    for call in CALL.finditer(text):
        whole, said, done = whole + text[done : call.start()], say(call[1]), call.end()
        qualified = re.match(r"(กว่า|ประมาณ|อย่างน้อย|เกือบ|ไม่เกิน|บันทึก)", said)
        if qualified and re.search(r"[\u0e01-\u0e2e\u0e30-\u0e45\u0e47-\u0e4e] $", whole):
            whole = whole[:-1]
        if re.match(r"(about|more than|at least|nearly|at most)", said) and re.search(r"\w{2}[.!?] $", whole):
            said = said[0].upper() + said[1:]
        whole += said
    return whole + text[done:]


def figure(model, words, tag, call):
    """A figure as a text states it; what can't be found stays as it is written."""
    given = {}
    for name, *values in ARGUMENT.findall(call):
        given[name or "id"] = next((value for value in values if value), "")
    indicator = model.by_id.get(given.get("id"))
    area = model.areas.find(given["area"]) if "area" in given else model.areas.country
    if indicator and area not in model.cells_of[indicator] and (indicator, area) not in model.rollups:
        area = next((place for other, place in model.shared[area] if other is indicator), area)
    value = indicator and value_of(model, indicator, area, given.get("source"))
    if not value:
        return "{{ figure(" + call + ") }}"
    own = value.observation.unit if value.observation else value.rollup.unit or indicator.unit
    unit = own and own[tag] if given.get("unit") != "false" else None
    number = indicator.shown(value.number, value.rollup is not None, value.told)
    said = words.amount(number, unit, value.bound, value.partial)
    if not value.observation or not value.observation.together:
        return said
    # The areas of a joint value are named, unless the call does.
    if ";" in given.get("area", "") or given.get("area") in (area.code, area.slug):
        return said
    names = [words.place(member.names[tag], member.kind, member.in_bangkok) for member in area.members]
    return f"{said} ({words.say('all_together', names=words.places(names))})"


def value_of(model, indicator, area, source):
    if not source:
        return model.value(indicator, area)
    shown = model.shown(indicator, area, source)
    return Value(shown.number, observation=shown) if shown and shown.number is not None else None
