"""⑤ 红白事: events reported in advance, and the standard they are held against."""
