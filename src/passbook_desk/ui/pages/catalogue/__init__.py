"""积分细则: what deeds are worth, and adopting what a meeting decided."""
