"""What may be said of a number in one language: the templates of `words`, filled in by the rules of grammar."""

import decimal
import functools
import itertools
import re

from .tables import Span, last_day
from .words import PLURALS, WORDS

SPACES = re.compile(r"[\s\u00a0]+")


def plain(text):
    """Text with single ordinary spaces: a number that may not be parted from its unit reads alike."""
    return SPACES.sub(" ", text or "").strip()


def rounded_to_side(number, places, bound):
    """The number rounded down where it is a least, up where it is a most."""
    side = {
        "at_least": decimal.ROUND_FLOOR,
        "more_than": decimal.ROUND_FLOOR,
        "at_most": decimal.ROUND_CEILING,
        "nearly": decimal.ROUND_CEILING,
    }.get(bound)
    if not side or -number.as_tuple().exponent <= places:
        return rounded(number, places)
    return number.quantize(decimal.Decimal(1).scaleb(-places), rounding=side)


def rounded(number, places):
    unit = decimal.Decimal(1).scaleb(-places)
    return (
        number.quantize(unit, rounding=decimal.ROUND_HALF_UP)
        if -number.as_tuple().exponent > places
        else number
    )


def trimmed(number):
    text = format(number, "f")
    return decimal.Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def machine(number):
    """`20412.35`, as files and `data` elements have it."""
    return format(number, "f")


def grouped(number):
    """`20,412.35`, with a true minus sign."""
    return format(number, ",f").replace("-", "\u2212")


def spelled(number):
    words = "one two three four five six seven eight nine".split()
    return words[number - 1] if 0 < number <= len(words) else str(number)


def ordinal(number):
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def of_year(first, last):
    """Whether of two dates of one year one is known by it alone."""
    spans = isinstance(first, Span) or isinstance(last, Span)
    return first[0] == last[0] and not (first[1] and last[1]) and not spans


class Words:
    """What is said in one language."""

    def __init__(self, tag, calendar=None):
        self.tag = tag
        self.thai = tag == "th"
        self.table = WORDS["th" if self.thai else "en"]
        self.buddhist = (calendar or ("buddhist" if self.thai else "gregorian")) == "buddhist"

    def __getitem__(self, key):
        return self.table[key]

    def say(self, key, count=None, **values):
        """A template with its blanks filled in; words beside a count are in number."""
        if count is not None:
            values["count"] = grouped(decimal.Decimal(count))
            values |= {name: forms[count != 1] for name, forms in PLURALS.items() if name not in values}
        return self.filled(self.table[key], values)

    def filled(self, template, values):
        parts = [part.format(**values) for part in template.split("|")]
        return functools.reduce(self.run, parts)

    def run(self, words, rest):
        """Words and what follows them in one phrase."""
        if not words or not rest:
            return words + rest
        close = self.thai and is_thai(words[-1]) and words[-1] not in "ฯๆ"
        close = close and len(rest) > 1 and is_thai(rest[0]) and is_thai(rest[1])
        return words + ("" if close else " ") + rest

    # Numbers

    def hedged(self, bound, partial=None):
        """The words before a number: what its source promises, and that parts of a sum are missing."""
        if partial in ("recorded", "among", "reported"):
            return self[partial]
        # With parts missing nobody knows on which side of the number the sum is.
        words = [self["hedge"].get("about" if partial and bound in ("nearly", "at_most") else bound)]
        if partial and bound not in ("more_than", "at_least"):
            words.insert(0, self["hedge"]["at_least"])
        return ("" if self.thai else " ").join(word for word in words if word)

    def told(self, amount, bound, partial):
        """An amount inside a sentence, with what it does not promise."""
        if partial in ("recorded", "among", "reported"):
            return self[partial + "_amount"].format(amount=amount)
        return " ".join(filter(None, [self.hedged(bound, partial), amount]))

    def measured(self, number, unit):
        """A number with its unit; `unit` is the word for one and for more, or None."""
        word = unit and (unit[0] if number == 1 else unit[1])
        if word in ("%", "ร้อยละ", "per cent", "percent"):
            return grouped(number) + "%"
        return grouped(number) + (f" {word}" if word else "")

    def amount(self, number, unit, bound="exact", partial=None):
        """`at least about 1,200 funds`."""
        return self.told(self.measured(number, unit), bound, partial)

    def counted(self, name, number, unit, bound="exact", partial=None):
        """A thing with its number, inside a sentence."""
        amount = self.amount(number, unit, bound, partial)
        if self.thai:
            return self.named(name, amount)
        inside = in_sentence(name)
        letters = "".join(c if c.isalpha() or c == "-" else " " for c in f" {inside} ").lower()
        named = bool(unit and unit[1]) and (
            f" {unit[1].lower()} " in letters or names_people(inside, unit[1])
        )
        if number == 1 or not named:
            return f"{amount} ({inside})"
        return self.told(f"{grouped(number)} {inside}", bound, partial)

    def named(self, name, amount):
        """A thing before its number; after a name that ends in a number Thai puts a word between the two."""
        return self.say("number_of" if name[-1:].isdigit() else "name_and_amount", name=name, amount=amount)

    def count(self, number, forms):
        return f"{grouped(decimal.Decimal(number))} {forms[0] if number == 1 else forms[1]}"

    def short(self, number, money=False):
        """A number in a map's tile and legend."""
        size = abs(number)
        upto = lambda value, places: grouped(trimmed(rounded(value, places)))
        if money and 10**6 <= size < 10**11:
            return upto(number / 10**6, 2) + self["million_short"]
        if size >= 10**7:
            for scale, word in self["scales"]:
                if size >= scale:
                    return upto(number / scale, 2) + word
        if 0 < size < decimal.Decimal("0.01"):
            places = 3
            while not rounded(number, places) and places < 18:
                places += 1
            return upto(number, places)
        return upto(number, 2)

    # Dates: a date is (year, month or 0, day or 0)

    def year(self, year):
        return str(year + 543 if self.buddhist else year)

    def moment(self, date, form="long"):
        if isinstance(date, Span):
            return self.spanned(date, form)
        year, month, day = date
        if not month:
            return (
                self.say("year", year=self.year(year)) if form not in ("bare", "table") else self.year(year)
            )
        months = self["short_months" if form in ("medium", "table") else "months"]
        parts = [str(day)] if day and form != "month" else []
        return " ".join(parts + [months[month - 1], self.year(year)])

    def spanned(self, span, form):
        """A span by its name, with its months where readers may not know them and there is room."""
        plain = self.span(*span.ends)
        if span.fiscal:
            year = self.say("fiscal_year", year=self.moment((span[0], 0, 0)))
            short = form in ("medium", "table")
            return year if short else self.say("fiscal_year_months", year=year, months=plain)
        if form in ("medium", "table"):
            return plain if not span.ends[0][1] else self.span(*span.ends, short=True)
        return self.say("span_of", date=plain)

    def span(self, first, last, short=False):
        """A period, what its two ends share written once."""
        if isinstance(first, Span) or isinstance(last, Span):
            begin = min(getattr(day, "first", tuple(part or 1 for part in day)) for day in (first, last))
            end = max(last_day(tuple(day)) for day in (first, last))
            return self.span(*Span(begin, end).ends)
        whole = [bool(day[1]) + bool(day[2]) for day in (first, last)]
        if first == last:
            return self.moment(first, "bare")
        form = "table" if short else "bare"
        if whole[0] != whole[1] or not whole[0]:
            start = self.moment((first[0], 0, 0))
            return start if first[0] == last[0] else f"{start}–{self.year(last[0])}"
        if first[0] != last[0]:
            return f"{self.moment(first, form)} – {self.moment(last, form)}"
        if first[1] == last[1]:
            return f"{first[2]}–{self.moment(last, form)}"
        start = self["short_months" if short else "months"][first[1] - 1]
        end = self.moment(last, form)
        return f"{first[2]} {start} – {end}" if first[2] else f"{start}–{end}"

    def as_of(self, date, published=False):
        if date is None:
            return self["no_date"]
        key = "as_of_day" if date[2] else "as_of_month" if date[1] else "as_of_year"
        key = "as_of_span" if isinstance(date, Span) else key
        key = {True: "as_of_published", "either": "as_of_either"}.get(published, key)
        return self.say(key, date=self.moment(date))

    def phrase_as_of(self, date, basis):
        """The date as the pages of figures give it."""
        if date is None:
            return self["phrase_no_date"]
        if basis == "publication_date":
            return self.say("phrase_published", date=self.moment(date))
        key = "phrase_as_of" if date[2] else "phrase_month" if date[1] else "phrase_year"
        key = "phrase_span" if isinstance(date, Span) else key
        return self.say(key, date=self.moment(date, "bare"))

    def window(self, first, last, published=False):
        """The days between which the parts of a sum were counted, or their values published."""
        if first == last:
            return self.as_of(last, published)
        if of_year(first, last):
            return self.as_of((last[0], 0, 0), published)
        key = {True: "window_published", "either": "window_either"}.get(published, "window")
        return self.say(key, first=self.moment(first), last=self.moment(last))

    def month(self, date):
        if isinstance(date, Span):
            return self.moment(date)
        text = self.moment(date, "month")
        return "เดือน" + text if self.thai and date[1] else text

    def dates(self, values):
        """When the figures of a page are of: the days they are true for, or were published on."""
        known = [value for value in values if value.days]
        if not values:
            return None
        if not known:
            return self.sentence([self["dates_none_one" if len(values) == 1 else "dates_none"]])
        begin = lambda day: getattr(day, "first", tuple(part or 1 for part in day))
        oldest = min((min(value.days) for value in known), key=begin)
        newest = max((max(value.days) for value in known), key=lambda day: (last_day(tuple(day)), tuple(day)))
        if of_year(oldest, newest):
            oldest = newest = (newest[0], 0, 0)
        how = {value.publication for value in known}
        kind = "mixed" if len(how) > 1 or "either" in how else "published" if how.pop() else "stated"
        if oldest != newest:
            key = "dates_span_published" if kind == "published" else "dates_span"
        elif kind == "mixed":
            key = "dates_mixed"
        else:
            span = kind == "stated" and isinstance(oldest, Span)
            key = f"dates_{kind}" + ("_span" if span else "" if oldest[2] else "_vague")
        key += "_one" if len(known) == 1 else ""
        clauses = [self.say(key, first=self.moment(oldest), last=self.moment(newest))]
        if len(values) > len(known):
            clauses.append(self.say("dates_undated", count=len(values) - len(known)))
        return self.sentence(clauses)

    # Sentences

    def sentence(self, clauses):
        text = self["clauses"].join(clauses)
        return text if self.thai else text[:1].upper() + text[1:] + "."

    def list(self, parts):
        if len(parts) == 1:
            return parts[0]
        last = self.run(self["and"].strip(), parts[-1])
        return self["comma"].join(parts[:-1]) + " " + last

    def places(self, names):
        """Names of places in one breath: Thai has no space between two of them."""
        if self.thai and len(names) == 2:
            return names[0] + self["and"].strip() + names[1]
        return self.list(names)

    def kind(self, kind, bangkok=False):
        return (bangkok and self["kinds_bangkok"].get(kind)) or self["kinds"][kind]

    def coverage(
        self, reported, expected, kind, bangkok=False, register=False, partly=0, only=None
    ):
        forms = self.kind(kind, bangkok)
        areas = forms[0] if expected == 1 else forms[1]
        key = "recorded_in" if register else "coverage"
        if partly:
            key = "coverage_with_parts" if reported else "coverage_in_part"
        count = reported or partly if partly else reported
        text = self.say(
            key, count=count, reported=count, expected=expected, areas=areas,
            parts=self.count(partly, forms),
        )
        return self.say("coverage_only", coverage=text, place=only) if only else text

    def proviso(self, coverage, date):
        return self["proviso_join"].join(filter(None, [coverage, date or self["no_date"]]))

    def rank(self, place, count, tied, forms, rate=False):
        more, less = self["rank_words"][rate]
        every = self.count(count, forms)
        values = {
            "all": every,
            "one": forms[0],
            "many": forms[1],
            "other": self.count(1, forms),
            "word": more,
        }
        values["place"] = f"ที่ {place}" if self.thai else ordinal(place)
        if count == 1:
            return self.say("rank_only", **values)
        if tied == count - 1:
            return self.say("rank_same", **values)
        if count == 2:
            return self.say("rank_of_two", **(values | {"word": more if place == 1 else less}))
        if place == 1:
            text = self.say("rank_first", **values)
        elif place + tied == count:
            text = self.say("rank_last", **(values | {"word": less}))
        else:
            text = self.say("rank", **values)
        if tied:
            level = self.count(tied, forms) if self.thai else f"{tied} {'other' if tied == 1 else 'others'}"
            text += self.say("rank_level", tied=level)
        return text

    def change(self, first, start, last, end, order):
        key = {1: "rises", -1: "falls", 0: "level", None: "unordered"}[order]
        return self.say(key, first=first, last=last, **{"from": start, "to": end})

    def introduction(self, name, place, facts, named, own=False, within="intro_in"):
        """The first sentence of a place: facts are (text, date in words or None, coverage or None)."""
        subject = self.say(within, name=name, place=place) if place else name
        if not facts:
            key = "intro_own" if own else "intro_named" if named else "intro_none"
            return self.sentence([self.say(key, count=named, subject=subject, spelled=spelled(named))])
        if len(facts) > 1 and len({fact[1:] for fact in facts}) == 1:
            _, date, coverage = facts[0]
            proviso = self.proviso(coverage, date or self["shared_undated"])
            key = "shared_date" if self.thai or not coverage else "shared_covered"
            shared = (
                self.say(key, all=self["shared"][2], proviso=proviso)
                if self.thai or date or coverage
                else proviso
            )
            text = f"{self.list([fact[0] for fact in facts])} ({shared})"
        else:
            text = self.list([self.with_proviso(*fact) for fact in facts])
        return self.sentence([self.say("intro", subject=subject, facts=text)])

    def with_proviso(self, text, date, coverage):
        proviso = self.proviso(coverage, date)
        return f"{text[:-1]}; {proviso})" if text.endswith(")") else f"{text} ({proviso})"

    def place(self, name, kind, bangkok=False):
        """A name with the word for its kind, where readers expect one."""
        if kind in ("country", "region"):
            return name
        if kind == "province":
            return name if not self.thai or bangkok or name.startswith("จังหวัด") else "จังหวัด" + name
        word = self.kind(kind, bangkok)[0]
        if self.thai:
            return name if name.startswith(word) else word + name
        word = word[:1].upper() + word[1:]
        return name if name.endswith(word) else f"{name} {word}"


def names_people(title, noun):
    """Whether a title says who the people are that are counted: its first noun is of many."""
    if noun.lower() not in ("people", "persons"):
        return False
    words = re.findall(r"[^\W\d_’']+(?:[’'][^\W\d_]*)*", title)
    heads = list(
        itertools.takewhile(
            lambda word: word not in ("of", "in", "with", "who", "at", "on", "by", "and"), words
        )
    )
    return bool(heads) and heads[-1].lower().endswith("s") and not heads[-1].lower().endswith("ss")


def slug_of(text):
    """The last part of a record's address."""
    return text.lower()


def is_thai(letter):
    return "\u0e01" <= letter <= "\u0e4e"


def in_sentence(title):
    """A title without its capital, unless it begins with a name."""
    words = title.split(" ", 2)
    if any(c.isupper() for c in words[0][1:]) or (len(words) > 1 and words[1][:1].isupper()):
        return title
    return title[:1].lower() + title[1:]
