"""The drawn signs of the pages. The four meanings and the mark are those of the printed report."""

from __future__ import annotations

from filrouge.formats.writers.html.signs import SHAPES, THREAD

_LINE = 'fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"'

#: Name → what is drawn on a field of 16 by 16. Every sign stands beside its word; none speaks alone.
SIGNS = {
    **SHAPES,
    "up": f'<path d="M8 13V3M3.8 7.2 8 3l4.2 4.2" {_LINE}/>',
    "down": f'<path d="M8 3v10M3.8 8.8 8 13l4.2-4.2" {_LINE}/>',
    "in": f'<path d="M3 8h10M8.8 3.8 13 8l-4.2 4.2" {_LINE}/>',
    "out": f'<path d="M13 8H3M7.2 3.8 3 8l4.2 4.2" {_LINE}/>',
    "open": f'<path d="m4 6 4 4 4-4" {_LINE}/>',
    "closed": f'<path d="m6 4 4 4-4 4" {_LINE}/>',
    "search": f'<circle cx="7" cy="7" r="4.4" {_LINE}/><path d="m10.4 10.4 3.4 3.4" {_LINE}/>',
    "person": f'<circle cx="8" cy="5" r="2.8" {_LINE}/><path d="M2.8 14c.5-3 2.6-4.6 5.2-4.6s4.7 1.6 5.2 4.6" '
    f"{_LINE}/>",
    "auto": f'<circle cx="8" cy="8" r="5.6" {_LINE}/><path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z"/>',
    "light": f'<circle cx="8" cy="8" r="2.9" {_LINE}/><path d="M8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 '
    f'1.1M11.7 11.7l1.1 1.1M12.8 3.2l-1.1 1.1M4.3 11.7l-1.1 1.1" {_LINE}/>',
    "dark": f'<path d="M13.4 9.9A5.8 5.8 0 0 1 6.1 2.6a5.8 5.8 0 1 0 7.3 7.3z" {_LINE}/>',
    "copy": f'<path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" {_LINE}/>',
    "close": f'<path d="m4 4 8 8M12 4l-8 8" {_LINE}/>',
}


def drawn(name: str) -> str:
    """The sign as markup, silent for a screen reader. Raises KeyError for a name that there is not."""
    return f'<svg class="sign {name}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{SIGNS[name]}</svg>'


def mark() -> str:
    """The mark of the program, in the colour of the thread."""
    lines = THREAD.format("currentColor")
    return f'<svg class="mark" viewBox="0 0 40 26" aria-hidden="true" focusable="false">{lines}</svg>'
