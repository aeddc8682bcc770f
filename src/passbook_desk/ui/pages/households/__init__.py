"""② 户册: households, one household, and bringing workbooks in."""
