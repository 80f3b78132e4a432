"""Recomputes every figure from a site's tables alone, and compares it with what is published, both ways.

`tables` and `areas` read what authors keep; `model` and `sums` reckon values, ranks and coverage anew;
`words` and `grammar` say how pages may put them; `places`, `pages`, `maps` and `registers` hold pages
against them; `trials` shows that each kind of mistake is noticed. Nothing is taken from the program or
from its output.
"""

from .site import figures
from .trials import trials
