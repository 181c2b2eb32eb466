"""`python -m according` is `according`."""

from according.cli import main

main()
