// Sorts and filters the tables of a register; without it the tables are complete and in order.
