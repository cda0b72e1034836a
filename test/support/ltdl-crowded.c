/* ltdl-crowded.so: other threads get their turn amid libltdl's search of its list of modules, so that what happens to
 * slapd now and then where two of them meet there happens at once (servers/openldap/ltdl-lock.c keeps them apart).
 *
 *     gcc -O2 -Wall -Wextra -fno-builtin -fPIC -shared -o ltdl-crowded.so ltdl-crowded.c
 */
#include <string.h>
#include <unistd.h>

static const char module[] = "/pwcheck.so";
static const size_t length = sizeof module - 1;

/* Called by libltdl for each module of the list; what it found may be gone by the time it takes it. */
int strcmp(const char *one, const char *other)
{
    const char *start = one;

    while (*one && *one == *other) {
        one++;
        other++;
    }
    int difference = (unsigned char)*one - (unsigned char)*other;
    if (difference == 0 && (size_t)(one - start) >= length && memcmp(one - length, module, length) == 0)
        usleep(500);
    return difference;
}
