"""What stands in every report of a site and belongs to none: calls to subscribe, rights, pointers to other pages."""

from __future__ import annotations

import re

STANDING = re.compile(
    r"""
    \b (?:
        (?: click | tap ) \s+ (?: here | on | the | to )                          # Click here to watch us live
      | (?: read | see | find | get | view ) \s+ (?: the \s+ )? (?: more | original | full ) \b  # Read the full story
      | (?: sign | log ) \s+ (?: up | in ) \s+ (?: for | to | here | now )        # Sign up for our newsletter
      | newsletters? | subscrib\w+ | unsubscrib\w+
      | all \s+ rights \s+ reserved | copyright | ©
      | (?: may | must ) \s+ not \s+ be \s+ (?: published | reproduced | reprinted )  # may not be published, broadcast
      | terms \s+ of \s+ (?: use | service ) | privacy \s+ policy | cookies? | javascript | your \s+ browser
      | follow \s+ (?: us | him | her | them | @ ) | like \s+ us \s+ on | share \s+ (?: this | on | with )
      | (?: download | get ) \s+ (?: the | our ) \s+ (?: free \s+ )? app\b | mobile \s+ users
      | (?: stay | stick ) \s+ (?: with | tuned ) | for \s+ (?: updates | the \s+ latest )  # Stay with us for updates
      | advertisement | continue \s+ reading | story \s+ continues | scroll \s+ (?: down | for )
      | (?: first | originally ) \s+ appeared \s+ (?: on | in | at )
      | e-?mail \s+ (?: us | address ) | invalid \s+ email | short \s+ url | view \s+ full \s+ caption
      | crime \s* stoppers | (?: anyone | those | persons? ) \s+ with \s+ (?: any \s+ )? information   # to call
      | date \s+ of \s+ publication | last \s+ update | posted \s+ on | ^ (?: tags | related | photos? | video ) \b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What gives a standing note away. A list of ours: what is missing is caught, in part, by `sharing`'s other guards."""

LONGEST_NOTE = 60
"""Words; a longer sentence that holds such words tells something. A guess."""


def is_standing(sentence: str) -> bool:
    """
    Whether a sentence is a note that a site puts under all its reports.

    >>> is_standing("Click here to subscribe to our newsletter."), is_standing("The harbour shut at noon.")
    (True, False)
    """
    return STANDING.search(sentence) is not None and len(sentence.split()) <= LONGEST_NOTE
