"""
Stage 1: the bytes of a page to a `Report`.

    bytes -> size, kind, encoding -> text | HTML | NewsML-G2 | ninjs | RSS, Atom -> Report

`read` reads one page; `manifest` reads the rows of a JSON Lines manifest. Neither opens a file:
the caller does, and hands the bytes over as a `records.Page`.
"""

from __future__ import annotations

from according.reading.manifests import manifest
from according.reading.pages import read

__all__ = ["manifest", "read"]
