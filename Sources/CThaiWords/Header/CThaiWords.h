#ifndef THAI_WORDS_H
#define THAI_WORDS_H

// The path of a file that holds the dictionary of Thai words as libdatrie writes it, for as long as
// the file behind the descriptor is open; a descriptor below 0 where there is none.
struct thai_words_file {
  int descriptor;
  char path[64];
};

// Opens the dictionary as a file in memory: libthai reads it by its path.
struct thai_words_file thai_words_open(void);

#endif
