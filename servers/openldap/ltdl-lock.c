/* ltdl-lock.so: one thread at a time in libltdl, so that two passwords at once do not end slapd.
 *
 * For a policy with pwdCheckModule, slapo-ppolicy of OpenLDAP 2.4 and 2.5 calls lt_dlopen, lt_dlsym and lt_dlclose at
 * every new password, in whatever thread has the request. libltdl is not made for threads: sixteen requests in flight
 * end slapd within a second. (2.6 loads the module once, when it starts.) This library stands before libltdl and lets
 * one thread in at a time:
 *
 *     LD_PRELOAD=/path/to/ltdl-lock.so slapd …
 *
 * What was opened so stays loaded: mapping the module in and out at every password makes everybody wait. Another
 * version of it on the disk takes a restart.
 *
 * It is a slapd module too, which only looks whether it was preloaded. With `moduleload ltdl-lock` in its configuration
 * a server started without the lock says so and does not start; slapadd, slapcat, slaptest and the others need none.
 *
 *     gcc -O2 -Wall -Wextra -fPIC -shared -o ltdl-lock.so ltdl-lock.c
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

/* As in <ltdl.h>; with them repeated here no headers of libtool need to be installed. */
typedef void *lt_dlhandle;
lt_dlhandle lt_dlopen(const char *name);
void *lt_dlsym(lt_dlhandle handle, const char *name);
int lt_dlclose(lt_dlhandle handle);

/* slapd's own: which of its programs is running. Absent in any other program that the library is preloaded into. */
extern int slapMode __attribute__((weak));
enum { SLAP_SERVER_MODE = 1 };

/* Recursive, since a module may open another one while it is being opened. */
static pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

/* libltdl's function of this name. Whoever calls us by it has libltdl, or would not have started. */
static void *next(const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (found) return found;
    fprintf(stderr, "ltdl-lock: libltdl has no %s\n", name);
    abort();
}

lt_dlhandle lt_dlopen(const char *name)
{
    lt_dlhandle (*open_module)(const char *);
    int (*keep_module)(lt_dlhandle);

    pthread_mutex_lock(&mutex);
    open_module = (lt_dlhandle(*)(const char *))next("lt_dlopen");
    keep_module = (int (*)(lt_dlhandle))next("lt_dlmakeresident");
    lt_dlhandle handle = open_module(name);
    if (handle) keep_module(handle);
    pthread_mutex_unlock(&mutex);
    return handle;
}

void *lt_dlsym(lt_dlhandle handle, const char *name)
{
    void *(*find_symbol)(lt_dlhandle, const char *);

    pthread_mutex_lock(&mutex);
    find_symbol = (void *(*)(lt_dlhandle, const char *))next("lt_dlsym");
    void *symbol = find_symbol(handle, name);
    pthread_mutex_unlock(&mutex);
    return symbol;
}

int lt_dlclose(lt_dlhandle handle)
{
    int (*close_module)(lt_dlhandle);

    pthread_mutex_lock(&mutex);
    close_module = (int (*)(lt_dlhandle))next("lt_dlclose");
    int errors = close_module(handle);
    pthread_mutex_unlock(&mutex);
    return errors;
}

/* Called by `moduleload`. -1: refused. Not preloaded, libltdl's functions stand before ours, and ours are never called. */
int init_module(int argc, char **argv)
{
    Dl_info first = {0}, own = {0};

    (void)argc;
    (void)argv;
    if (&slapMode && !(slapMode & SLAP_SERVER_MODE)) return 0;
    dladdr(&mutex, &own); /* a function's name may be somebody else's, too: libc has an init_module */
    void *found = dlsym(RTLD_DEFAULT, "lt_dlopen");
    if (found && dladdr(found, &first) && first.dli_fbase == own.dli_fbase) return 0;
    fprintf(stderr,
            "ltdl-lock: not preloaded, so two passwords at once could end this server: start it with LD_PRELOAD=%s\n",
            own.dli_fname ? own.dli_fname : "ltdl-lock.so");
    return -1;
}
