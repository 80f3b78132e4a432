#define _GNU_SOURCE
#include "CThaiWords.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// The dictionary is a part of the program, so that every machine cuts texts at the same words.
static const unsigned char words[] = {
#embed "dictionary.tri"
};

struct thai_words_file thai_words_open(void) {
  struct thai_words_file file = {memfd_create("thai-words", MFD_CLOEXEC), ""};
  if (file.descriptor < 0) return file;
  size_t written = 0;
  while (written < sizeof words) {
    ssize_t count = write(file.descriptor, words + written, sizeof words - written);
    if (count <= 0) {
      close(file.descriptor);
      file.descriptor = -1;
      return file;
    }
    written += (size_t)count;
  }
  snprintf(file.path, sizeof file.path, "/proc/self/fd/%d", file.descriptor);
  return file;
}
