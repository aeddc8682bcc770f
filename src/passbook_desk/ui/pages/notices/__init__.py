"""⑦ 公示: the notices of the village, making one, hanging and closing it, and objections to it."""
