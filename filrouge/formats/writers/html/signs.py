"""The drawn signs: the mark of the program, the shapes of the severities, the icon of the page."""

from __future__ import annotations

from filrouge.formats.writers.html.markup import Markup

SHAPES = {
    # Four shapes that differ without their colour: a diamond, a triangle, a disc, a tick.
    "error": '<path d="M8 .8 15.2 8 8 15.2.8 8z"/>',
    "warning": '<path d="M8 1.2 15.4 14.6H.6z"/>',
    "info": '<circle cx="8" cy="8" r="6.6"/>',
    "met": '<path d="m1.6 8.6 2.2-2.4 3 2.9 5.6-6.3 2.2 2-7.7 8.8z"/>',
    "missing": '<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="2.2"/>',
}

# A thread that runs through two knots, breaks, and is taken up again.
THREAD = (
    '<path d="M2 20C7 20 7 6 12 6s5 14 10 14" fill="none" stroke="{0}" stroke-width="2.4" stroke-linecap="round"/>'
    '<path d="M25.4 17.6C27 13 28.4 8 33 8" fill="none" stroke="{0}" stroke-width="2.4" stroke-linecap="round" '
    'stroke-dasharray=".1 4.4"/>'
    '<circle cx="12" cy="6" r="3.6" fill="{0}"/><circle cx="22" cy="20" r="3.6" fill="{0}"/>'
    '<circle cx="35" cy="8" r="3" fill="none" stroke="{0}" stroke-width="2"/>'
)


def sprite() -> Markup:
    """The shapes, defined once for the whole page."""
    shapes = "".join(f'<symbol id="s-{name}" viewBox="0 0 16 16">{shape}</symbol>' for name, shape in SHAPES.items())
    return Markup(f'<svg width="0" height="0" class="sprite" aria-hidden="true" focusable="false">{shapes}</svg>')


def logo() -> Markup:
    """The mark of the program, in the colour of the thread."""
    drawn = THREAD.format("currentColor")
    return Markup(f'<svg class="logo" viewBox="0 0 40 26" aria-hidden="true" focusable="false">{drawn}</svg>')


def icon() -> str:
    """The address of the page's icon: a drawing within the page."""
    drawn = THREAD.format("%23b3122b").replace('"', "'").replace("<", "%3C").replace(">", "%3E")
    return f"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 -7 40 40'%3E{drawn}%3C/svg%3E"
