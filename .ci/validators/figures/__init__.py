"""Recomputes every figure from a site's tables alone, and compares it with what is published, both ways.

`tables` and `areas` read what authors keep; `model` and `sums` reckon values, ranks and coverage anew;
`words` and `grammar` say how pages may put them; `places` (with `view`), `pages`, `index`, `maps`, `shares`,
`registers`, `sources` and `files` hold what is published against them; `site` knows which pages there must
be; `trials` (in pages and files) and `planted` (in tables) show that each kind of mistake is noticed. Nothing is taken from the program or its output.
"""

from .site import figures
from .trials import trials
