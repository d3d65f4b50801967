/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-test-walk.h"

/* Reading documents that are hostile, broken or merely wrong: each is refused with its code and its place. */

#define HEAD "{\"format\":\"lamplighter\",\"version\":1"
#define NOW "2026-11-22T10:00:00.000Z"
#define COMMUNITY(members) \
  HEAD ",\"communities\":[{\"id\":\"c\",\"name\":\"C\",\"kind\":\"team\"" members "}]}"
#define GOAL(members) \
  HEAD ",\"goals\":[{\"id\":\"g\",\"community\":\"c\",\"level\":\"team\",\"title\":\"T\"" members "}]}"
#define STAGE(members) \
  HEAD ",\"stages\":[{\"id\":\"s\",\"cycle\":\"c\",\"position\":0,\"characteristic\":\"data\"," \
       "\"title\":\"T\"" members "}]}"
#define DECISION(members) HEAD ",\"decisions\":[{\"id\":\"d\",\"meeting\":\"m\",\"text\":\"T\"" members "}]}"

typedef struct
{
  const char *json;
  const char *code;    /* NULL: accepted */
  const char *pointer;
} Case;

static const Case cases[] = {
  /* Accepted. */
  { HEAD "}", NULL, NULL },
  { " \t\r\n" HEAD " } \n", NULL, NULL },
  { "\xef\xbb\xbf" HEAD "}", NULL, NULL },
  { "{\"version\":1,\"goals\":[],\"format\":\"lamplighter\"}", NULL, NULL },
  { "{\"format\":\"lamplighter\",\"version\":1.0}", NULL, NULL },
  { HEAD ",\"exported_at\":\"2026-11-22T10:00:00Z\"}", NULL, NULL },
  { COMMUNITY (""), NULL, NULL },
  { COMMUNITY (",\"opened_year\":1.998e3"), NULL, NULL },
  { COMMUNITY (",\"opened_year\":1998.0"), NULL, NULL },
  { COMMUNITY (",\"mascot\":[1,{\"a\":null}]"), NULL, NULL },
  { COMMUNITY (",\"extra\":{\"mascot\":1}"), NULL, NULL },
  { COMMUNITY (",\"work\":\"\\ud83d\\ude00 \\u00e9\\b\\f\\t\\/\\\\\""), NULL, NULL },
  { COMMUNITY (",\"work\":\"\xf0\x9f\x98\x80 \xe2\x80\xa8\xef\xbf\xbf\""), NULL, NULL },
  { COMMUNITY (",\"purpose\":\"one\\ntwo\""), NULL, NULL },
  { COMMUNITY (",\"purpose\":\"\""), NULL, NULL },
  { GOAL (",\"baseline\":-0,\"target\":1E-400"), NULL, NULL },
  { GOAL (",\"baseline\":123456789012345678901234567890"), NULL, NULL },
  { STAGE (",\"learning_areas\":[\"pedagogy\",\"content\"]"), NULL, NULL },
  { DECISION (",\"tally\":{\"for\":3,\"against\":0}"), NULL, NULL },
  { HEAD ",\"deleted\":[{\"type\":\"goals\",\"id\":\"g\",\"at\":\"2026-11-20T08:00:00.000Z\"}]}", NULL, NULL },
  { HEAD ",\"deleted\":[]}", NULL, NULL },

  /* Not JSON (RFC 8259). */
  { "", "json", "" },
  { " \n ", "json", "" },
  { "\xef\xbb\xbf", "json", "" },
  { "\xef\xbb\xbf\xef\xbb\xbf{}", "json", "" },
  { "{", "json", "" },
  { "[", "json", "" },
  { "}", "json", "" },
  { "nul", "json", "" },
  { "TRUE", "json", "" },
  { "lamplighter", "json", "" },
  { "{,}", "json", "" },
  { "{]", "json", "" },
  { "{\"a\"}", "json", "/a" },
  { "{\"a\":}", "json", "/a" },
  { "{\"a\" 1}", "json", "/a" },
  { "{a:1}", "json", "" },
  { "{'a':1}", "json", "" },
  { "{1:1}", "json", "" },
  { "{\"a\":1,}", "json", "/a" },
  { "{\"a\":1 \"b\":2}", "json", "/a" },
  { "{\"a\":1;\"b\":2}", "json", "/a" },
  { "{\"a\":[1,]}", "json", "/a/1" },
  { "{\"a\":[,1]}", "json", "/a/0" },
  { "{\"a\":[1 2]}", "json", "/a/0" },
  { "{\"a\":[1,,2]}", "json", "/a/1" },
  { "{\"a\":[1}", "json", "/a/0" },
  { "{\"a\":1]", "json", "/a" },
  { "// a comment\n{}", "json", "" },
  { "{/* a comment */}", "json", "" },
  { "{} # a comment", "json", "" },
  { HEAD "} {}", "json", "" },
  { HEAD "},", "json", "" },
  { HEAD "}\xc3\xa9", "json", "" },
  { HEAD ",\"communities\":[{}", "json", "/communities/0" },
  { HEAD ",\"communities\":[{\"id\":\"c", "json", "/communities/0/id" },
  { "{\"a\":NaN}", "json", "/a" },
  { "{\"a\":Infinity}", "json", "/a" },
  { "{\"a\":-Infinity}", "json", "/a" },
  { "{\"a\":+1}", "json", "/a" },
  { "{\"a\":.5}", "json", "/a" },
  { "{\"a\":5.}", "json", "/a" },
  { "{\"a\":-}", "json", "/a" },
  { "{\"a\":01}", "json", "/a" },
  { "{\"a\":-01}", "json", "/a" },
  { "{\"a\":1e}", "json", "/a" },
  { "{\"a\":1e+}", "json", "/a" },
  { "{\"a\":0x1}", "json", "/a" },
  { "{\"a\":1.2.3}", "json", "/a" },
  { "{\"a\":1_000}", "json", "/a" },
  { "{\"a\":\"\t\"}", "json", "/a" },
  { "{\"a\":\"\n\"}", "json", "/a" },
  { "{\"a\":\"\x01\"}", "json", "/a" },
  { "{\"a\":\"\\x\"}", "json", "/a" },
  { "{\"a\":\"\\u12\"}", "json", "/a" },
  { "{\"a\":\"\\u12g4\"}", "json", "/a" },
  { "{\"a\":\"\\", "json", "/a" },
  { "{\"a\":\"\\u0000\"}", "json", "/a" },
  { "{\"a\":\"x\\u0000y\"}", "json", "/a" },
  { "{\"a\":\"\\ud83d\"}", "json", "/a" },
  { "{\"a\":\"\\ud83dx\"}", "json", "/a" },
  { "{\"a\":\"\\ud83d\\n\"}", "json", "/a" },
  { "{\"a\":\"\\ud83d\\u0041\"}", "json", "/a" },
  { "{\"a\":\"\\ud83d\\ud83d\"}", "json", "/a" },
  { "{\"a\":\"\\ude00\"}", "json", "/a" },
  { "{\"a~b/c\":[{\"\":tru}]}", "json", "/a~0b~1c/0/" },
  { "{\"\\u0000\":1}", "json", "" },

  /* Not UTF-8. */
  { "\xff\xfe{\0}\0", "utf8", "" },
  { "\xef\xbb{}", "utf8", "" },
  { "{\"a\":\"\xff\"}", "utf8", "/a" },
  { "{\"a\":\"\x80\"}", "utf8", "/a" },
  { "{\"a\":\"\xc3\"}", "utf8", "/a" },
  { "{\"a\":\"\xc0\xaf\"}", "utf8", "/a" },
  { "{\"a\":\"\xe0\x80\xaf\"}", "utf8", "/a" },
  { "{\"a\":\"\xf0\x80\x80\xaf\"}", "utf8", "/a" },
  { "{\"a\":\"\xed\xa0\x80\"}", "utf8", "/a" },
  { "{\"a\":\"\xf4\x90\x80\x80\"}", "utf8", "/a" },
  { "{\"a\":\"\xf8\x88\x80\x80\x80\"}", "utf8", "/a" },
  { "{\"\xff\":1}", "utf8", "" },
  { "{\"a\":\xff}", "utf8", "/a" },
  { COMMUNITY (",\"work\":\"Caf\xe9\""), "utf8", "/communities/0/work" },

  /* Swallowed by many parsers. */
  { HEAD ",\"version\":1}", "duplicate-member", "/version" },
  { HEAD ",\"goals\":[],\"goals\":[]}", "duplicate-member", "/goals" },
  { COMMUNITY (",\"name\":\"D\""), "duplicate-member", "/communities/0/name" },
  { COMMUNITY (",\"n\\u0061me\":\"D\""), "duplicate-member", "/communities/0/name" },
  { COMMUNITY (",\"x\":{\"y\":[{\"z\":1,\"z\":2}]}"), "duplicate-member", "/communities/0/x/y/0/z" },
  { COMMUNITY (",\"x\":1,\"extra\":{\"x\":2}"), "duplicate-member", "/communities/0/extra/x" },
  { COMMUNITY (",\"extra\":{\"x\":2},\"x\":1"), "duplicate-member", "/communities/0/x" },
  { COMMUNITY (",\"extra\":{\"name\":\"D\"}"), "duplicate-member", "/communities/0/extra/name" },
  { COMMUNITY (",\"extra\":{\"extra\":{}}"), "duplicate-member", "/communities/0/extra/extra" },
  { GOAL (",\"target\":1e999"), "number", "/goals/0/target" },
  { GOAL (",\"target\":-1e999"), "number", "/goals/0/target" },
  { GOAL (",\"colour\":1e999"), "number", "/goals/0/colour" },
  { COMMUNITY (",\"opened_year\":99999999999999999999"), "number", "/communities/0/opened_year" },
  { COMMUNITY (",\"opened_year\":9223372036854775808"), "number", "/communities/0/opened_year" },
  { COMMUNITY (",\"opened_year\":1e300"), "number", "/communities/0/opened_year" },

  /* Not our format. */
  { "[]", "format", "" },
  { "1", "format", "" },
  { "\"lamplighter\"", "format", "" },
  { "null", "format", "" },
  { "{}", "format", "" },
  { "{\"version\":1}", "format", "" },
  { "{\"format\":\"firefly\",\"version\":1}", "format", "/format" },
  { "{\"format\":1,\"version\":1}", "format", "/format" },
  { "{\"format\":\"Lamplighter\"}", "format", "/format" },
  { "{\"format\":\"lamplighter\"}", "required", "/version" },
  { "{\"format\":\"lamplighter\",\"version\":2}", "version", "/version" },
  { "{\"format\":\"lamplighter\",\"version\":0}", "version", "/version" },
  { "{\"format\":\"lamplighter\",\"version\":1.5}", "version", "/version" },
  { "{\"format\":\"lamplighter\",\"goal\":[],\"version\":99999999999999999999}", "version", "/version" },
  { "{\"format\":\"lamplighter\",\"version\":\"1\"}", "type", "/version" },
  { HEAD ",\"exported_at\":1}", "type", "/exported_at" },
  { HEAD ",\"exported_at\":\"yesterday\"}", "date", "/exported_at" },
  { HEAD ",\"goal\":[]}", "unknown-type", "/goal" },
  { HEAD ",\"$schema\":\"x\"}", "unknown-type", "/$schema" },
  { HEAD ",\"goals\":{}}", "type", "/goals" },
  { HEAD ",\"goals\":null}", "type", "/goals" },
  { HEAD ",\"goals\":[[]]}", "type", "/goals/0" },
  { HEAD ",\"goals\":[null]}", "type", "/goals/0" },
  { HEAD ",\"goals\":[\"g\"]}", "type", "/goals/0" },
  { HEAD ",\"deleted\":{}}", "type", "/deleted" },
  { HEAD ",\"deleted\":[1]}", "type", "/deleted/0" },
  { HEAD ",\"deleted\":[{\"type\":\"goals\",\"id\":\"g\"}]}", "required", "/deleted/0/at" },
  { HEAD ",\"deleted\":[{\"type\":\"goal\",\"id\":\"g\",\"at\":\"" NOW "\"}]}", "unknown-type", "/deleted/0/type" },
  { HEAD ",\"deleted\":[{\"type\":\"goals\",\"id\":\"\",\"at\":\"" NOW "\"}]}", "id", "/deleted/0/id" },
  { HEAD ",\"deleted\":[{\"type\":\"goals\",\"id\":1,\"at\":\"" NOW "\"}]}", "type", "/deleted/0/id" },
  { HEAD ",\"deleted\":[{\"type\":\"goals\",\"id\":\"g\",\"at\":\"today\"}]}", "date", "/deleted/0/at" },
  { HEAD ",\"deleted\":[{\"type\":\"goals\",\"id\":\"g\",\"at\":\"" NOW "\",\"by\":1}]}", "format", "/deleted/0/by" },

  /* Records in the wrong shape. */
  { HEAD ",\"communities\":[{}]}", "required", "/communities/0/id" },
  { HEAD ",\"communities\":[{\"id\":\"c\",\"kind\":\"team\"}]}", "required", "/communities/0/name" },
  { HEAD ",\"communities\":[{\"id\":\"c\",\"name\":\"\",\"kind\":\"team\"}]}", "required", "/communities/0/name" },
  { HEAD ",\"communities\":[{\"id\":\"\",\"name\":\"C\",\"kind\":\"team\"}]}", "id", "/communities/0/id" },
  { HEAD ",\"communities\":[{\"id\":\"a b\",\"name\":\"C\",\"kind\":\"team\"}]}", "id", "/communities/0/id" },
  { HEAD ",\"communities\":[{\"id\":7,\"name\":\"C\",\"kind\":\"team\"}]}", "type", "/communities/0/id" },
  { COMMUNITY (",\"purpose\":null"), "type", "/communities/0/purpose" },
  { COMMUNITY (",\"purpose\":1"), "type", "/communities/0/purpose" },
  { COMMUNITY (",\"purpose\":{\"a\":[1]}"), "type", "/communities/0/purpose" },
  { COMMUNITY (",\"purpose\":[\"a\"]"), "type", "/communities/0/purpose" },
  { COMMUNITY (",\"work\":\"one\\ntwo\""), "too-long", "/communities/0/work" },
  { COMMUNITY (",\"basis\":\"age\""), "enum", "/communities/0/basis" },
  { COMMUNITY (",\"basis\":\"Area\""), "enum", "/communities/0/basis" },
  { COMMUNITY (",\"parent\":\"\""), "id", "/communities/0/parent" },
  { COMMUNITY (",\"parent\":\"../etc\""), "id", "/communities/0/parent" },
  { COMMUNITY (",\"opened_year\":\"1998\""), "type", "/communities/0/opened_year" },
  { COMMUNITY (",\"opened_year\":1998.5"), "type", "/communities/0/opened_year" },
  { COMMUNITY (",\"opened_year\":true"), "type", "/communities/0/opened_year" },
  { COMMUNITY (",\"opened_year\":0"), "range", "/communities/0/opened_year" },
  { COMMUNITY (",\"opened_year\":10000"), "range", "/communities/0/opened_year" },
  { COMMUNITY (",\"cadence_weeks\":-1"), "range", "/communities/0/cadence_weeks" },
  { COMMUNITY (",\"modified_at\":\"2026-11-22\""), "date", "/communities/0/modified_at" },
  { COMMUNITY (",\"created_at\":7"), "type", "/communities/0/created_at" },
  { COMMUNITY (",\"extra\":[]"), "type", "/communities/0/extra" },
  { GOAL (",\"due\":\"2026-02-30\""), "date", "/goals/0/due" },
  { GOAL (",\"due\":\"22.11.2026\""), "date", "/goals/0/due" },
  { GOAL (",\"due\":20261122"), "type", "/goals/0/due" },
  { GOAL (",\"private\":1"), "type", "/goals/0/private" },
  { GOAL (",\"private\":\"true\""), "type", "/goals/0/private" },
  { GOAL (",\"target\":\"90%\""), "type", "/goals/0/target" },
  { STAGE (",\"learning_areas\":\"content\""), "type", "/stages/0/learning_areas" },
  { STAGE (",\"learning_areas\":[\"content\",1]"), "type", "/stages/0/learning_areas/1" },
  { STAGE (",\"learning_areas\":[\"content\",\"art\"]"), "enum", "/stages/0/learning_areas/1" },
  { STAGE (",\"starts_on\":\"2026-02-02\",\"ends_on\":\"2026-02-01\""), "rule", "/stages/0/ends_on" },
  { DECISION (",\"tally\":[]"), "type", "/decisions/0/tally" },
  { DECISION (",\"tally\":{\"a/b\":-1}"), "range", "/decisions/0/tally/a~1b" },
  { DECISION (",\"tally\":{\"for\":1.5}"), "type", "/decisions/0/tally/for" },
  { DECISION (",\"tally\":{\"for\":\"3\"}"), "type", "/decisions/0/tally/for" },
  { HEAD ",\"people\":[{\"id\":\"p\",\"name\":\"Ada\",\"sector\":\"children\",\"wall\":\"inside\"}]}", "rule",
    "/people/0/group_size" },
  { HEAD ",\"meetings\":[{\"id\":\"m\",\"community\":\"c\",\"title\":\"T\",\"starts_at\":\"07:41\",\"minutes\":44,"
         "\"state\":\"draft\"}]}", "date", "/meetings/0/starts_at" },
  { HEAD ",\"problems\":[{\"id\":\"p\",\"community\":\"c\",\"title\":\"T\",\"kind\":\"wicked\","
         "\"resolved_on\":\"2026-01-01\"}]}", "rule", "/problems/0/resolved_on" },
};

static void
assert_refused (LampProblems *problems,
                const char   *code,
                const char   *pointer)
{
  LampProblem *first;

  g_assert_cmpuint (problems->n, >, 0);
  first = problems->kept->pdata[0];
  g_assert_cmpstr (lamp_error_code_get_nick (first->code), ==, code);
  g_assert_cmpstr (first->pointer, ==, pointer);
  g_assert_true (g_utf8_validate (first->message, -1, NULL));
  g_assert_cmpuint (strlen (first->message), >, 10);
}

static void
each_wrong_document_is_refused_with_its_code_and_its_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LampProblems) problems = test_walk_text (cases[i].json, (gssize) strlen (cases[i].json));

      g_test_message ("document %u", i);
      if (cases[i].code == NULL)
        g_assert_cmpuint (problems->n, ==, 0);
      else
        assert_refused (problems, cases[i].code, cases[i].pointer);
    }
}

static void
a_document_may_be_cut_anywhere_and_is_refused (void)
{
  static const char whole[] =
    COMMUNITY (",\"work\":\"\\ud83d\\ude00\xc3\xa9\",\"cadence_weeks\":12,\"x\":[true,null,-1.5e3]");

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *part = g_strndup (whole, length);
      g_autoptr (LampProblems) problems = test_walk_text (part, (gssize) length);

      g_assert_cmpuint (problems->n, >, 0);
    }
}

static void
all_problems_are_counted_and_a_hundred_are_listed (void)
{
  g_autoptr (GString) json = g_string_new (HEAD ",\"goals\":[");
  g_autoptr (LampProblems) problems = NULL;
  LampProblem *last;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (json, "%s{\"id\":\"g%u\",\"community\":\"c\",\"level\":\"team\",\"title\":\"T\","
                                  "\"due\":\"x\"}", i > 0 ? "," : "", i);
  g_string_append (json, "]}");
  problems = test_walk_text (json->str, (gssize) json->len);
  g_assert_cmpuint (problems->n, ==, 1000);
  g_assert_cmpuint (problems->kept->len, ==, LAMP_PROBLEMS_KEPT);
  last = problems->kept->pdata[99];
  g_assert_cmpstr (last->pointer, ==, "/goals/99/due");
}

static void
a_record_with_several_faults_names_each (void)
{
  g_autoptr (LampProblems) problems = test_walk_text (HEAD ",\"goals\":[{\"due\":\"x\",\"private\":0}]}", -1);
  const char * const pointers[] = { "/goals/0/private", "/goals/0/id", "/goals/0/community", "/goals/0/level",
                                    "/goals/0/title", "/goals/0/due" };

  g_assert_cmpuint (problems->n, ==, G_N_ELEMENTS (pointers));
  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    g_assert_cmpstr (((LampProblem *) problems->kept->pdata[i])->pointer, ==, pointers[i]);
}

static void
a_newer_version_says_only_that (void)
{
  g_autoptr (LampProblems) problems =
    test_walk_text ("{\"format\":\"lamplighter\",\"novelties\":[1,2],\"version\":2,", -1);

  g_assert_cmpuint (problems->n, ==, 1);
  assert_refused (problems, "version", "/version");
}

static void
nesting_stops_at_64 (void)
{
  g_autofree char *open = g_strnfill (61, '[');
  g_autofree char *close = g_strnfill (61, ']');
  g_autofree char *just = g_strdup_printf ("%s,\"goals\":[{\"id\":\"g\",\"community\":\"c\",\"level\":\"team\","
                                           "\"title\":\"T\",\"x\":%s%s}]}", HEAD, open, close);
  g_autofree char *over = g_strdup_printf ("%s,\"goals\":[{\"x\":[%s%s]}]}", HEAD, open, close);
  g_autofree char *abyss = g_strnfill (100000, '[');
  g_autoptr (GString) objects = g_string_new (NULL);
  g_autoptr (LampProblems) good = test_walk_text (just, -1);
  g_autoptr (LampProblems) bad = test_walk_text (over, -1);
  g_autoptr (LampProblems) worse = test_walk_text (abyss, -1);
  g_autoptr (LampProblems) worst = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (objects, "{\"\":");
  worst = test_walk_text (objects->str, (gssize) objects->len);
  g_assert_cmpuint (good->n, ==, 0);
  g_assert_cmpstr (lamp_error_code_get_nick (((LampProblem *) bad->kept->pdata[0])->code), ==, "depth");
  g_assert_cmpstr (lamp_error_code_get_nick (((LampProblem *) worse->kept->pdata[0])->code), ==, "depth");
  g_assert_cmpuint (worst->n, >, 0);
}

static void
a_text_stops_at_its_limit_in_characters_not_bytes (void)
{
  g_autoptr (GString) longest = g_string_new (NULL);
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; i < LAMP_TEXT_LIMIT; i++)
    g_string_append (longest, "é");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LampProblems) problems = NULL;

      g_string_printf (json, HEAD ",\"communities\":[{\"id\":\"c\",\"kind\":\"team\",\"name\":\"%s\"}]}", longest->str);
      problems = test_walk_text (json->str, (gssize) json->len);
      if (i == 0)
        g_assert_cmpuint (problems->n, ==, 0);
      else
        assert_refused (problems, "too-long", "/communities/0/name");
      g_string_append_c (longest, 'x');
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/json/" #name, name)
  ADD (each_wrong_document_is_refused_with_its_code_and_its_place);
  ADD (a_document_may_be_cut_anywhere_and_is_refused);
  ADD (all_problems_are_counted_and_a_hundred_are_listed);
  ADD (a_record_with_several_faults_names_each);
  ADD (a_newer_version_says_only_that);
  ADD (nesting_stops_at_64);
  ADD (a_text_stops_at_its_limit_in_characters_not_bytes);

  return g_test_run ();
}
