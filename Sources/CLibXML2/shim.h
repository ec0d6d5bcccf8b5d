// libxml2 for Swift: the headers XMLStream needs, and wrappers for what Swift cannot import.
#pragma once

#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU; its <unicode/ucnv.h> clashes with Foundation's private _FoundationICU module.
// Only two trailing fields of xmlCharEncodingHandler vanish: that struct is never allocated here.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/encoding.h>
#include <libxml/entities.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>

#include <iconv.h>

// xmlFree is a mutable C global: kept out of Swift 6 code.
static inline void telex_xml_free(void *memory) { xmlFree(memory); }

// XML_SAX2_MAGIC is an unsigned macro that does not fit the importer.
static inline void telex_sax2_magic(xmlSAXHandler *handler) { handler->initialized = XML_SAX2_MAGIC; }

// Says that an entity's content has been checked for loops. libxml2 2.11 dropped the field and the need for it.
static inline void telex_entity_mark_checked(xmlEntityPtr entity) {
#if LIBXML_VERSION < 21100
    entity->checked = 1;
#else
    (void)entity;
#endif
}
