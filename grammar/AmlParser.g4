/* The syntax of an .amljob file. LL(1): the generated parser never predicts (a test greps for it), so it needs no warming
   up and no memory, and this file stays the readable definition.

   What makes that possible is that the parser never sees raw tokens. Three passes come before it (compiler/syntax):

   lex     AmlLexer.g4, by hand. Words are all IDENT.
   repair  only if brackets do not match: puts virtual brackets where the layout says, or drops one. After it they match.
   tag     gives words their meaning by position, with a stack of what the open brackets are:
             { after = , ( [ : or an operator   is a map; after a header at file level a body or a list of items; else a block
             a word before = : { where a member may start   KEY, whatever the word (but the `else` of an `if`)
             a word after .                     IDENT, whatever the word
             WORD { · WORD NAME { · WORD "…" { · WORD NAME extends · WORD NAME at a line's end, at file level
                                                DECL: a declaration is known by its shape, the kinds by the checker
             existing WORD · param/let/secret NAME · import "…" · for NAME in · for NAME, NAME in · if EXPR · assert EXPR
                                                these keywords; in a block also: step NAME, step "…"
             in a comprehension's head: for in if;   in an expression: if then else and or not true false none
             of after a type, as after import, extends after a declaration's name
           What must be there and is not becomes zero-width: MISSING for a value, IDENT for a name, COMMA between two
           elements of a list, EQ after a key; each is reported.
   parse   this grammar, one top-level item at a time.

   Precedence is not in the grammar (a left-recursive rule is not LL(1)): `expr` is a flat list of operands and operators,
   NOT and MINUS before an operand included, and syntax::rank() orders them. */
parser grammar AmlParser;

options { tokenVocab = AmlLexer; superClass = TreeParser; }

@parser::preinclude { #include "grammar/tree_parser.h" }

file        : item* EOF ;
item        : decl | param | let | secret | import_ | loop | cond | assert_ ;

decl        : EXISTING? DECL (IDENT | string)? extends? block? ;
extends     : EXTENDS operand ;
param       : PARAM IDENT (COLON type)? (EQ expr)? block? ;
let         : LET IDENT EQ expr ;
secret      : SECRET IDENT EQ expr ;
import_     : IMPORT (string | RAW | MISSING) (AS IDENT)? ;
loop        : FOR names IN expr items ;
cond        : IF expr items (ELSE items)? ;
assert_     : ASSERT expr (COMMA expr)? ;
items       : LBRACE item* RBRACE ;

names       : IDENT (COMMA IDENT)? ;
type        : IDENT (OF type)? ;

/* Field, block and typed entry have one form; an IDENT is a member being typed; a COMMA was reported. */
block       : LBRACE (member COMMA?)* RBRACE ;
member      : entry | step | member_loop | member_cond ;
entry       : (KEY | string) (COLON type)? (EQ expr)? block? | IDENT ;
step        : STEP (IDENT | string) EQ expr block? ;
member_loop : FOR names IN expr block ;
member_cond : IF expr block (ELSE block)? ;

/* A QUESTION was reported. */
expr        : IF expr THEN expr ELSE expr
            | operand ((STAR | SLASH | PERCENT | PLUS | MINUS | LT | LE | GT | GE | EQEQ | NE | AND | OR) operand)*
              (QUESTION expr COLON expr)? ;
operand     : (NOT | MINUS)* primary suffix* ;
suffix      : DOT IDENT | LBRACK args RBRACK | LPAREN args RPAREN ;
args        : expr? (COMMA expr?)* ;
primary     : IDENT | NUMBER | RAW | LITERAL | MISSING | string | list | map | parens ;
parens      : LPAREN expr RPAREN ;
list        : LBRACK (each expr | args) RBRACK ;
map         : LBRACE (each string EQ expr | (entry COMMA?)*) RBRACE ;
each        : FOR names IN expr (IF expr)? COLON ;
string      : STR_OPEN (STR_TEXT | interpolation)* STR_CLOSE ;
interpolation : INTERP_OPEN expr INTERP_CLOSE ;
