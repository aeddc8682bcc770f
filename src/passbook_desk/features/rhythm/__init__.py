"""The village's rhythm: what is due this week, month, quarter and year, by its own calendar."""
