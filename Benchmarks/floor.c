/* The limit for a feed reader on libxml2: its push SAX2 parser with empty handlers, in 16 KiB pieces.
   Prints bytes, seconds of processor time and MB/s for the files named on the command line. */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void start(void *c, const xmlChar *n, const xmlChar *p, const xmlChar *u, int ns, const xmlChar **nss, int na,
                  int nd, const xmlChar **a) {
    (void)c, (void)n, (void)p, (void)u, (void)ns, (void)nss, (void)na, (void)nd, (void)a;
}
static void end(void *c, const xmlChar *n, const xmlChar *p, const xmlChar *u) { (void)c, (void)n, (void)p, (void)u; }
static void text(void *c, const xmlChar *t, int n) { (void)c, (void)t, (void)n; }
static void quiet(void *c, xmlErrorPtr e) { (void)c, (void)e; }

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int count, char **names) {
    long total = 0;
    double spent = 0;
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start;
    handler.endElementNs = end;
    handler.characters = handler.cdataBlock = text;
    handler.serror = quiet;
    for (int i = 1; i < count; i++) {
        FILE *file = fopen(names[i], "rb");
        if (!file) return perror(names[i]), 66;
        fseek(file, 0, SEEK_END);
        long size = ftell(file);
        rewind(file);
        char *bytes = malloc((size_t)size + 1);
        if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) return perror(names[i]), 74;
        fclose(file);
        double before = seconds();
        xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
        xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET);
        for (long at = 0; at < size; at += 16384)
            xmlParseChunk(parser, bytes + at, (int)(size - at < 16384 ? size - at : 16384), 0);
        xmlParseChunk(parser, NULL, 0, 1);
        xmlFreeParserCtxt(parser);
        spent += seconds() - before;
        total += size;
        free(bytes);
    }
    printf("%ld %.6f %.1f\n", total, spent, (double)total / spent / 1e6);
    return 0;
}
