#include <sqlite3.h>

/// Binds a text that SQLite copies; the constant that asks for the copy is a macro that only C can read.
static inline int saan_bind_text(sqlite3_stmt *statement, int index, const char *text, int count) {
  return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}
