"""One command of this program that ends with its parent: ``python -m filrouge.config.once PARENT COMMAND …``."""

from __future__ import annotations

import sys

from filrouge.__main__ import main
from filrouge.config.processes import die_with_parent

if __name__ == "__main__":
    die_with_parent(int(sys.argv.pop(1)))
    main()
