/* The limit for a feed reader on libxml2: its push SAX2 parser with empty handlers, in 16 KiB pieces.
   Usage: libxml2 ROUNDS FILE... A JSON line a round. ROUNDS is a number, 0 to tell what is found in each file, or - for
   a round for each line read from standard input. */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct document {
    char *bytes;
    long size;
};

static void start(void *c, const xmlChar *n, const xmlChar *p, const xmlChar *u, int ns, const xmlChar **nss, int na,
                  int nd, const xmlChar **a) {
    (void)c, (void)n, (void)p, (void)u, (void)ns, (void)nss, (void)na, (void)nd, (void)a;
}
static void end(void *c, const xmlChar *n, const xmlChar *p, const xmlChar *u) { (void)c, (void)n, (void)p, (void)u; }
static void text(void *c, const xmlChar *t, int n) { (void)c, (void)t, (void)n; }
static void quiet(void *c, xmlErrorPtr e) { (void)c, (void)e; }
static void quiet_decoder(void *c, const char *format, ...) { (void)c, (void)format; }

/* For the warm-up alone: what is in the documents. */
static long items, length;
static void count_start(void *c, const xmlChar *n, const xmlChar *p, const xmlChar *u, int ns, const xmlChar **nss,
                        int na, int nd, const xmlChar **a) {
    items += !strcmp((const char *)n, "item") || !strcmp((const char *)n, "entry");
    start(c, n, p, u, ns, nss, na, nd, a);
}
static void count_text(void *c, const xmlChar *t, int n) {
    length += n;
    text(c, t, n);
}

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct document load(const char *name) {
    struct document document = {0};
    FILE *file = fopen(name, "rb");
    if (!file) perror(name), exit(66);
    fseek(file, 0, SEEK_END);
    document.size = ftell(file);
    rewind(file);
    document.bytes = malloc((size_t)document.size + 1);
    if (!document.bytes || fread(document.bytes, 1, (size_t)document.size, file) != (size_t)document.size)
        perror(name), exit(74);
    fclose(file);
    return document;
}

static void parse(struct document document, xmlSAXHandler *handler) {
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(handler, NULL, NULL, 0, NULL);
    xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET);
    for (long at = 0; at < document.size; at += 16384)
        xmlParseChunk(parser, document.bytes + at, (int)(document.size - at < 16384 ? document.size - at : 16384), 0);
    xmlParseChunk(parser, NULL, 0, 1);
    xmlFreeParserCtxt(parser);
}

int main(int count, char **arguments) {
    if (count < 3) return fputs("usage: libxml2 ROUNDS FILE...\n", stderr), 64;
    int files = count - 2;
    long total = 0;
    struct document *documents = calloc((size_t)files, sizeof *documents);
    if (!documents) return 71;
    xmlSAXHandler empty = {.initialized = XML_SAX2_MAGIC, .startElementNs = start, .endElementNs = end,
                           .characters = text, .cdataBlock = text, .serror = quiet};
    xmlSAXHandler counting = empty;
    counting.startElementNs = count_start;
    counting.characters = counting.cdataBlock = count_text;
    /* What iconv has to say goes past serror. */
    xmlSetGenericErrorFunc(NULL, quiet_decoder);
    int rounds = atoi(arguments[1]), is_survey = !strcmp(arguments[1], "0");
    if (is_survey) printf("{\"found\": [");
    for (int i = 0; i < files; i++) {
        long before = items;
        documents[i] = load(arguments[i + 2]);
        total += documents[i].size;
        parse(documents[i], &counting);
        if (is_survey) printf("%s%ld", i ? ", " : "", items - before);
    }
    if (is_survey) puts("]}");
    char line[16];
    while (rounds-- > 0 || (*arguments[1] == '-' && fgets(line, sizeof line, stdin))) {
        double before = seconds();
        for (int i = 0; i < files; i++) parse(documents[i], &empty);
        printf("{\"seconds\": %.6f, \"bytes\": %ld, \"items\": %ld, \"output\": %ld}\n", seconds() - before, total,
               items, length);
        fflush(stdout);
    }
    return 0;
}
