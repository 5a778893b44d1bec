/* The raw tokens of an .amljob file: the reference for compiler/syntax/lex.cpp, which is written by hand because it is
   ten times as fast. Compiled only into a test, where both must give the same tokens on every text that has no lexical
   fault. (What a faulty text gives, an unclosed string for instance, only lex.cpp says.)

   A word is always IDENT here; AmlParser.g4 says how words become keywords. */
lexer grammar AmlLexer;

/* The vocabulary, in the order of syntax::TokenKind; from DECL on only the tag pass makes them. */
tokens {
  IDENT, NUMBER, RAW, STR_OPEN, STR_TEXT, INTERP_OPEN, INTERP_CLOSE, STR_CLOSE,
  LBRACE, RBRACE, LBRACK, RBRACK, LPAREN, RPAREN, COMMA, COLON, EQ, DOT,
  PLUS, MINUS, STAR, SLASH, PERCENT, LT, LE, GT, GE, EQEQ, NE, AND, OR, NOT, QUESTION,
  DECL, EXISTING, EXTENDS, PARAM, LET, SECRET, IMPORT, AS, FOR, IN, IF, THEN, ELSE, ASSERT, STEP, OF, LITERAL,
  KEY, MISSING
}

/* A file, outside of strings. */
BLANK     : [ \t\r\n]+ -> skip ;
COMMENT   : '#' ~[\n]* -> skip ;
TEXT_OPEN : '"""' -> type(STR_OPEN), pushMode(TEXT) ;
RAW_TEXT  : 'r"""' .*? '"""' -> type(RAW) ;
OPEN      : '{' -> type(LBRACE) ;
CLOSE     : '}' -> type(RBRACE) ;
IDENT     : Word ;
NUMBER    : Number ;
RAW       : Raw ;
STR_OPEN  : '"' -> pushMode(STRING) ;
LBRACK : '[' ;  RBRACK : ']' ;  LPAREN : '(' ;  RPAREN : ')' ;
COMMA : ',' ;   COLON : ':' ;   EQ : '=' ;      DOT : '.' ;
PLUS : '+' ;    MINUS : '-' ;   STAR : '*' ;    SLASH : '/' ;  PERCENT : '%' ;
LT : '<' ;      LE : '<=' ;     GT : '>' ;      GE : '>=' ;    EQEQ : '==' ;  NE : '!=' ;
AND : '&&' ;    OR : '||' ;     NOT : '!' ;     QUESTION : '?' ;

/* Inside "…": ends on its line. A ${ interpolates; \$ and a $ alone are text. */
mode STRING;
STR_INTERP : '${' -> type(INTERP_OPEN), pushMode(INTERPOLATION) ;
STR_CLOSE  : '"' -> popMode ;
STR_TEXT   : ( '\\' ~[\r\n] | ~["\\$\r\n] | '$' { _input->LA(1) != '{' }? )+ ;

/* Inside """…""". */
mode TEXT;
TEXT_INTERP : '${' -> type(INTERP_OPEN), pushMode(INTERPOLATION) ;
TEXT_CLOSE  : '"""' -> type(STR_CLOSE), popMode ;
TEXT_TEXT   : ( '\\' . | ~["\\$] | '$' { _input->LA(1) != '{' }? | '"' { _input->LA(1) != '"' || _input->LA(2) != '"' }? )+
              -> type(STR_TEXT) ;

/* Inside ${…}: an expression on one line, strings in it, no comments, no text of several lines. */
mode INTERPOLATION;
I_CLOSE : '}' -> type(INTERP_CLOSE), popMode ;
I_OPEN  : '{' -> type(LBRACE), pushMode(BRACES) ;
I_BLANK : [ \t]+ -> skip ;
I_IDENT : Word -> type(IDENT) ;
I_NUMBER : Number -> type(NUMBER) ;
I_RAW   : Raw -> type(RAW) ;
I_STR   : '"' -> type(STR_OPEN), pushMode(STRING) ;
I_LBRACK : '[' -> type(LBRACK) ;  I_RBRACK : ']' -> type(RBRACK) ;
I_LPAREN : '(' -> type(LPAREN) ;  I_RPAREN : ')' -> type(RPAREN) ;
I_COMMA : ',' -> type(COMMA) ;    I_COLON : ':' -> type(COLON) ;
I_EQ : '=' -> type(EQ) ;          I_DOT : '.' -> type(DOT) ;
I_PLUS : '+' -> type(PLUS) ;      I_MINUS : '-' -> type(MINUS) ;    I_STAR : '*' -> type(STAR) ;
I_SLASH : '/' -> type(SLASH) ;    I_PERCENT : '%' -> type(PERCENT) ;
I_LT : '<' -> type(LT) ;          I_LE : '<=' -> type(LE) ;         I_GT : '>' -> type(GT) ;
I_GE : '>=' -> type(GE) ;         I_EQEQ : '==' -> type(EQEQ) ;     I_NE : '!=' -> type(NE) ;
I_AND : '&&' -> type(AND) ;       I_OR : '||' -> type(OR) ;
I_NOT : '!' -> type(NOT) ;        I_QUESTION : '?' -> type(QUESTION) ;

/* Inside a map that is inside ${…}: as there, but } closes the map. */
mode BRACES;
B_CLOSE : '}' -> type(RBRACE), popMode ;
B_OPEN  : '{' -> type(LBRACE), pushMode(BRACES) ;
B_BLANK : [ \t]+ -> skip ;
B_IDENT : Word -> type(IDENT) ;
B_NUMBER : Number -> type(NUMBER) ;
B_RAW   : Raw -> type(RAW) ;
B_STR   : '"' -> type(STR_OPEN), pushMode(STRING) ;
B_LBRACK : '[' -> type(LBRACK) ;  B_RBRACK : ']' -> type(RBRACK) ;
B_LPAREN : '(' -> type(LPAREN) ;  B_RPAREN : ')' -> type(RPAREN) ;
B_COMMA : ',' -> type(COMMA) ;    B_COLON : ':' -> type(COLON) ;
B_EQ : '=' -> type(EQ) ;          B_DOT : '.' -> type(DOT) ;
B_PLUS : '+' -> type(PLUS) ;      B_MINUS : '-' -> type(MINUS) ;    B_STAR : '*' -> type(STAR) ;
B_SLASH : '/' -> type(SLASH) ;    B_PERCENT : '%' -> type(PERCENT) ;
B_LT : '<' -> type(LT) ;          B_LE : '<=' -> type(LE) ;         B_GT : '>' -> type(GT) ;
B_GE : '>=' -> type(GE) ;         B_EQEQ : '==' -> type(EQEQ) ;     B_NE : '!=' -> type(NE) ;
B_AND : '&&' -> type(AND) ;       B_OR : '||' -> type(OR) ;
B_NOT : '!' -> type(NOT) ;        B_QUESTION : '?' -> type(QUESTION) ;

/* Hyphens stand single between two letters, digits or _. A number takes its unit, and whatever is glued to it. */
fragment Word   : [A-Za-z_] ( '-'? [A-Za-z0-9_] )* ;
fragment Number : [0-9] ( [0-9A-Za-z_] | '.' [0-9] | [eE] [+-] [0-9] )* ;
fragment Raw    : 'r"' ~["\r\n]* '"' ;
