/* Makes bcrypt hashes with the system's libcrypt, one after another, and prints what each took in nanoseconds.
 * cc -O2 bcrypt.c -lcrypt; arguments: how many, and the salt with its cost. */
#define _GNU_SOURCE
#include <crypt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static struct crypt_data data;

int main(int argc, char **argv) {
  if (argc != 3) {
    return 2;
  }
  for (int i = atoi(argv[1]); i > 0; i--) {
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    const char *hash = crypt_r("correct horse", argv[2], &data);
    clock_gettime(CLOCK_MONOTONIC, &end);
    if (hash == NULL || strncmp(hash, argv[2], strlen(argv[2])) != 0) {
      return 1;
    }
    printf("%lld\n", (end.tv_sec - begin.tv_sec) * 1000000000LL + end.tv_nsec - begin.tv_nsec);
  }
  return 0;
}
