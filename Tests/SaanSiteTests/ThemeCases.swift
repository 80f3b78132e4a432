/// Mistakes of those who make themes, and of sites that change one.
extension MistakeTests.Case {
  static let theme: [Self] = [
    Self(
      "theme-that-extends-itself",
      ["themes/plain/theme.yaml": "name: plain\ncontract: \"1.0\"\nextends: plain\n"]),
    Self("contract", ["themes/plain/theme.yaml": "name: plain\ncontract: \"2.0\"\n"]),
    Self("phrase-form", ["themes/plain/phrases/en.yaml": phrasesEnglish + "pages: {one: page}\n"]),
    Self("unknown-theme", replacing: "theme: plain", with: "theme: plane", in: "site.yaml"),
    Self(
      "template-error", ["themes/plain/templates/list.html": "<h1>{{ page.titel }}</h1>"]),
    Self(
      "missing-phrase",
      ["themes/plain/templates/list.html": "{{ t(\"read_mor\") }}\n{{ \"hom\" | t }}"]),
    Self(
      "phrase-arguments",
      [
        "themes/plain/phrases/th.yaml": phrasesThai + "by: \"โดย {name}\"\nhits: \"{count} ครั้ง\"\n",
        "themes/plain/phrases/en.yaml": phrasesEnglish
          + "by: \"by {name}\"\nhits: {one: once, other: \"{count} times\"}\n",
        "themes/plain/templates/list.html": """
        {{ t("by", nam=1) }} {{ t("by") }} {{ "by" | t(name="x", lang="th") }} {{ t("by", name="x") }}
        {{ t("hits") }} {{ t("hits", 3) }} {{ t("hits", count=3, who="x") }} {{ t("read_more", x=1) }}
        {% set more = {"name": 1} %}{{ t("by", **more) }} {{ t("read_more", count=2) }}

        """,
      ]),
    Self(
      "phrase-in-one-language-only",
      [
        "themes/plain/phrases/en.yaml": "not_found_title: a\nprovinces_title: b\nundated: c\n",
        "themes/plain/templates/list.html": "{{ t(\"read_more\") }}",
      ]),
    Self(
      "marked-in-tag",
      [
        "themes/plain/templates/list.html": """
        <title>{{ page.title | marked }}</title>{# <p #}<p>{{ page.title | marked }}</p>
        <a {% if page.title %}title="{{ page.title|marked }}"{% endif %} href="{{ page.permalink }}">{{ page.title | marked }}</a>
        <script>"{{ page.title | marked("th") }}"</script> 1 < 2 {{ page.title | marked }} {{ "marked" }}

        """
      ]),
    Self(
      "unknown-asset",
      [
        "themes/plain/templates/list.html": "{{ asset(\"css/stie.css\") }}",
        "themes/plain/assets/css/site.css": "",
      ]),
    Self("contract-missing", ["themes/plain/theme.yaml": "name: plain\n"]),
    Self(
      "option-of-a-theme",
      [
        "themes/plain/theme.yaml": """
        contract: "1.0"
        options:
          accent: {type: colour, default: blue}
          logo: {type: aset, default: ""}
          home: {type: list, values: [news]}

        """
      ]),
    Self(
      "option-of-a-site",
      [
        "themes/plain/theme.yaml": optionsTheme,
        "site.yaml": (TestSite().files["site.yaml"] ?? "") + """
          theme_options:
            acent: "#123456"
            accent: dark blue
            logo: logo.svg
            home: [news, evnts]
            dense: perhaps
            width: wide
            layout: narow
            more: about/

          """,
        "themes/plain/templates/terms.html": "{{ site.theme.acent }}",
      ]),
    Self(
      "renamed-template",
      [
        "themes/plain/theme.yaml":
          "contract: \"1.0\"\nrenamed: {entry.html: page.html, old.html: gone.html}\n",
        "theme/templates/entry.html": "",
        "themes/plain/templates/terms.html":
          "{% include \"entry.html\" %}{% include \"old.html\" %}",
      ]),
    Self(
      "unshown-menu",
      [
        "site.yaml": (TestSite().files["site.yaml"] ?? "")
          + "menus: {mian: [{page: index}], side: [{page: index}], main: [{page: index}]}\n",
        "themes/plain/templates/home.html":
          "{% for item in site.menus.main %}{{ item.title }}{% endfor %}{{ page.title }}",
      ]),
    Self("unused-template", ["theme/templates/pgae.html": ""]),
    Self(
      "faint-colour",
      [
        "themes/plain/theme.yaml": """
        contract: "1.0"
        options:
          accent: {type: colour, default: "#ff0", readable_on: ["#fff", white]}

        """
      ]),
    Self(
      "logo-in-another-folder",
      [
        "themes/plain/theme.yaml": optionsTheme,
        "theme/assets/โลโก้.png": "",
        "site.yaml": (TestSite().files["site.yaml"] ?? "")
          + "theme_options: {logo: assets/ตรา.png}\n",
      ]),
    Self(
      "logo-with-its-folder",
      [
        "themes/plain/theme.yaml": optionsTheme,
        "theme/assets/โลโก้.png": "",
        "site.yaml": (TestSite().files["site.yaml"] ?? "")
          + "theme_options: {logo: theme/assets/โลโก้.png}\n",
      ]),
    Self(
      "block-of-nobody",
      [
        "theme/templates/home.html":
          "{% extends \"plain/home.html\" %}{% block main %}{% endblock %}"
      ]),
    Self(
      "template-that-extends-itself",
      ["theme/templates/home.html": "{% extends \"home.html\" %}"]),
  ]
}
