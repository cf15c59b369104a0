"""Public pages on what members expect back, and on the matters they came back to."""
