"""Passbook Desk (红绿存折): a village's points, passbooks, events and notices on one laptop."""

__version__ = "0.1.0"
