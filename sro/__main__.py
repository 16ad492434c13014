"""python -m sro ..."""

import sys

from sro.cli import main

if __name__ == "__main__":
    sys.exit(main())
