"""Building blocks of the window. The kit knows no word of the village's business."""
