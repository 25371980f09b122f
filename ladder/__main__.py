"""``python -m ladder``: the command line."""

from ladder.cli import main

if __name__ == "__main__":
    main()
