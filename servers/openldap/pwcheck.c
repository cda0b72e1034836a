/* pwcheck.so: refuses a password that lacks one of the character classes of clause 4.1.
 *
 * slapo-ppolicy counts bytes and knows no classes; Debian ships no module that does. A policy names this one by
 * pwdCheckModule and says what it wants by pwdCheckModuleArg, for example
 *
 *     length=8 classes=lower,upper,digit,special
 *
 * The interface is that of OpenLDAP 2.5. A class counts when at least one character of it is there; letters outside
 * ASCII are letters of no class, and a character outside ASCII is one character, however many bytes it takes.
 * An argument that is not understood refuses every password: a slip in a policy must not open it.
 *
 *     gcc -O2 -Wall -Wextra -fPIC -shared -o pwcheck.so pwcheck.c
 */
#include <stdlib.h>
#include <string.h>

/* As in <lber.h> and <ldap.h>; with them repeated here no OpenLDAP headers need to be installed. */
struct berval {
    unsigned long bv_len;
    char *bv_val;
};
enum { LDAP_SUCCESS = 0, LDAP_CONSTRAINT_VIOLATION = 19 };

enum { LOWER, UPPER, DIGIT, SPECIAL, CLASSES };

static const struct {
    const char *name;
    const char *refusal;
} class_table[CLASSES] = {
    [LOWER] = {"lower", "password needs a lower-case letter"},
    [UPPER] = {"upper", "password needs an upper-case letter"},
    [DIGIT] = {"digit", "password needs a digit"},
    [SPECIAL] = {"special", "password needs a special character"},
};

struct demand {
    unsigned long length;
    unsigned classes; /* bit 1 << LOWER and so on */
};

/* Class of one ASCII character by its code, not by isalpha(): slapd's locale must have no say. -1: of no class. */
static int class_of(unsigned char c)
{
    if (c >= 'a' && c <= 'z') return LOWER;
    if (c >= 'A' && c <= 'Z') return UPPER;
    if (c >= '0' && c <= '9') return DIGIT;
    if (c > ' ' && c < 0x7f) return SPECIAL;
    return -1;
}

static int class_named(const char *name, size_t length)
{
    for (int i = 0; i < CLASSES; i++)
        if (strlen(class_table[i].name) == length && !strncmp(class_table[i].name, name, length)) return i;
    return -1;
}

/* Reads "lower,upper" up to `end`; 0 when a name is unknown. */
static int read_classes(const char *text, const char *end, unsigned *classes)
{
    for (;;) {
        const char *comma = memchr(text, ',', (size_t)(end - text));
        int found = class_named(text, (size_t)((comma ? comma : end) - text));
        if (found < 0) return 0;
        *classes |= 1u << found;
        if (!comma) return 1;
        text = comma + 1;
    }
}

/* Reads "length=8 classes=lower,upper" word by word; 0 when a word is not understood or nothing is demanded. */
static int read_demand(const struct berval *argument, struct demand *demand)
{
    if (!argument || !argument->bv_val) return 0;
    const char *word = argument->bv_val, *stop = word + argument->bv_len;
    while (word < stop) {
        const char *space = memchr(word, ' ', (size_t)(stop - word));
        const char *end = space ? space : stop;
        size_t size = (size_t)(end - word);
        if (size > 7 && size < 12 && !strncmp(word, "length=", 7)) {
            demand->length = 0;
            for (const char *p = word + 7; p < end; p++) {
                if (class_of((unsigned char)*p) != DIGIT) return 0;
                demand->length = demand->length * 10 + (unsigned long)(*p - '0');
            }
        } else if (size > 8 && !strncmp(word, "classes=", 8)) {
            if (!read_classes(word + 8, end, &demand->classes)) return 0;
        } else if (size > 0) {
            return 0;
        }
        word = space ? space + 1 : stop;
    }
    return demand->length > 0 || demand->classes != 0;
}

/* ppolicy frees the text with the allocator of malloc. */
static int refuse(char **reason, const char *text)
{
    if (reason) *reason = strdup(text);
    return LDAP_CONSTRAINT_VIOLATION;
}

int check_password(char *password, char **reason, void *entry, void *argument)
{
    struct demand demand = {0, 0};
    unsigned long length = 0;
    unsigned present = 0;

    (void)entry;
    if (!read_demand(argument, &demand)) return refuse(reason, "the password policy has a wrong pwdCheckModuleArg");

    for (const unsigned char *p = (const unsigned char *)password; *p; p++) {
        int class = class_of(*p);
        if ((*p & 0xC0) != 0x80) length++; /* not the continuation of a UTF-8 character */
        if (class >= 0) present |= 1u << class;
    }
    if (length < demand.length) return refuse(reason, "password too short");
    for (int i = 0; i < CLASSES; i++)
        if ((demand.classes & ~present) & (1u << i)) return refuse(reason, class_table[i].refusal);
    return LDAP_SUCCESS;
}
