import sys

from passbook_desk.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
