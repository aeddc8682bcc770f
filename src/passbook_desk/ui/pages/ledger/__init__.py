"""③ 积分录入: one deed for one book or for many."""
