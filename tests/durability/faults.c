/* Stands before the system's own writing: some calls on database files fail, as on a disk that is full, broken or read-only.

   FAULT_SEED seeds the chance, FAULT_ONE_IN says that one call of so many fails, FAULT_COUNT names the file into
   which the number of failed calls is written when the program ends. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long failed = 0;
static unsigned int state = 0;
static int one_in = 0;

static int fails(int descriptor) {
    char name[64], path[4096];
    if (state == 0) {
        const char *seed = getenv("FAULT_SEED"), *rate = getenv("FAULT_ONE_IN");
        state = seed ? (unsigned int)atoi(seed) * 2u + 1u : 1u;
        one_in = rate ? atoi(rate) : 0;
    }
    if (one_in <= 0) return 0;
    snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    if (strstr(path, "library.db") == NULL) return 0;
    state = state * 1664525u + 1013904223u;
    if ((state >> 8) % (unsigned int)one_in != 0) return 0;
    failed++;
    static const int kinds[] = {EIO, ENOSPC, EROFS, EDQUOT};
    errno = kinds[(state >> 24) % 4];
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite(int d, const void *b, size_t n, off_t o) { return fails(d) ? -1 : REAL(pwrite)(d, b, n, o); }
ssize_t pwrite64(int d, const void *b, size_t n, off64_t o) { return fails(d) ? -1 : REAL(pwrite64)(d, b, n, o); }
ssize_t write(int d, const void *b, size_t n) { return fails(d) ? -1 : REAL(write)(d, b, n); }
int fsync(int d) { return fails(d) ? -1 : REAL(fsync)(d); }
int fdatasync(int d) { return fails(d) ? -1 : REAL(fdatasync)(d); }
int ftruncate(int d, off_t n) { return fails(d) ? -1 : REAL(ftruncate)(d, n); }
int ftruncate64(int d, off64_t n) { return fails(d) ? -1 : REAL(ftruncate64)(d, n); }

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("FAULT_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (file) {
        fprintf(file, "%ld\n", failed);
        fclose(file);
    }
}
