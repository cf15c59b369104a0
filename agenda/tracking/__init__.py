"""What follows from the stored records: comparisons, promises, returns and matters."""
