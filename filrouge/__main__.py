"""``python -m filrouge``: the same as the command ``filrouge``."""

from filrouge.cli import main

if __name__ == "__main__":
    main()
