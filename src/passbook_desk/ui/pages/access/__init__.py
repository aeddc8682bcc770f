"""Who works with the program: operators, their roles and PINs."""
