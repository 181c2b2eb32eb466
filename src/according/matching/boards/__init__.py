"""
Boards: what stands across reports, laid out for somebody to look at.

    board           a story in time: who asserts, denies and hedges, how figures moved, what it rests on
    changes         what of a board is new since a day
    difference      two versions of one report
    track_record    what became of a source's claims, and the grade that this proposes
    summary         the three fields of the contract that a board fills

Pure functions of records and decisions; nothing here decides how claims relate, and nothing says what is true.
"""

from __future__ import annotations

from according.matching.boards.assembling import board
from according.matching.boards.board import Board
from according.matching.boards.lines import summary
from according.matching.boards.moments import changes
from according.matching.boards.tracks import TrackRecord, track_record
from according.matching.boards.versions import Difference, difference

__all__ = ["Board", "Difference", "TrackRecord", "board", "changes", "difference", "summary", "track_record"]
