// The language of .tenet files (rule `file`) and of .cert files (rule `certificates`).
//
// The parser is deliberately generous: a file is a flat row of headers and clauses, a formula in parentheses is
// accepted wherever a term is, and built-in functions are ordinary names. The elaborator says what is wrong with
// better words than a grammar can. Every choice but two is made on one token, so that messages stay to the point.
grammar Tenet;

// UNREADABLE stands for a clause that is nested too deeply; BY_GOAL is a `by` that begins a line no deeper than the
// clause before it, and therefore speaks of the goal and not of that clause. Both are set before parsing.
tokens { UNREADABLE, BY_GOAL }

// ---------------------------------------------------------------- files

file : part* EOF ;

part
    : theoryHeader
    | claimHeader
    | theoryClause
    | citation
    | declaration
    | forClause
    | hypothesis
    | conclusion
    | derivation
    | sampling
    | expectation
    | UNREADABLE
    ;

theoryHeader : THEORY name STRING? (EXTENDS name (',' name)*)? ;
claimHeader  : claimKind id=claimId STRING? (OF original=claimId)? ;
claimKind    : THEOREM | FALSE CLAIM | TRUE VARIANT | CONJECTURE | LEMMA ;
theoryClause : IN name ;
citation     : CITE (STRING status? | status) ;
status       : PUBLISHED | RECONSTRUCTED | OURS ;
forClause    : FOR bindings ;
hypothesis   : GIVEN (ALWAYS | INITIALLY)? name ':' formula ;
conclusion   : SHOW formula ;
sampling     : SAMPLE sample (',' sample)* ;
sample       : name IN low=rational '..' high=rational? ;
rational     : MINUS? NUMBER ('/' NUMBER)? ;
expectation  : EXPECT NOT? name ;

// A formula or term by itself, as given on a command line.
wholeFormula : formula EOF ;
wholeTerm    : term EOF ;

// ---------------------------------------------------------------- declarations

declaration
    : PARAM declared (',' declared)* ':' sort (bound (',' bound)*)?     # Parameters
    | MOVING? VAR declared (',' declared)* ':' sort                     # Variables
    | FUN ROUGH? name (':' sort (',' sort)* ARROW sort
                      | '(' formal (',' formal)* ')' ':' sort '=' term) # Function
    | LET declared '=' term                                             # Definition
    | FLOW name ('[' name (',' name)* ']')?
          (DESCENDS term (WITH RATE term)? | FOLLOWS term)              # Flow
    | DIRECTED? GRAPH name ON term ((WITH | WITHOUT) LOOPS)?            # GraphOn
    | SET name OF graph=name                                            # VertexSet
    | BOUNDARY name OF set=name IN graph=name                           # Boundary
    | WALKS declared OF graph=name (FROM | TOWARDS) set=name            # Walks
    ;

declared : name ('[' family (',' family)* ']')? ;
family   : name IN interval ;
formal   : name (',' name)* ':' sort ;
bound    : comparison term ;
sort     : NAT | INT | REAL ('[' term (',' term)? ']')? | TENSOR '[' term FOR name IN interval ']' ;
interval : low=term '..' high=term? (EXCEPT except=term)? ;

// ---------------------------------------------------------------- derivations

derivation
    : HAVE name ':' formula (BY reasons)? block?    # Have
    | CASE name ':' formula block                   # Case
    | CALC term calcStep+                           # Calc
    | (BY | BY_GOAL) reasons                        # Goal
    ;

block      : '{' derivation* '}' ;
calcStep   : comparison term (BY reasons)? ;
reasons    : reason (',' reason)* ;
reason     : STRING | reasonWord+ instance? ;
reasonWord : name | DOTTED | NUMBER | MINUS ;
instance   : '(' (given (',' given)*)? ')' ;
given      : term (IN interval | ASSIGN value=term)? ;      // `a[n] := b[n]^2`: a family, by its indices

// ---------------------------------------------------------------- formulas

formula  : conjunct (AND conjunct)* ;
conjunct
    : FOR bindings ':' formula      # Quantified
    | INITIALLY conjunct            # AtStart
    | TRUE                          # Truth
    | term (comparison term)*       # Compared
    ;
bindings   : binding (',' binding)* ;
binding    : name (',' name)* (IN interval | ':' sort) ;
comparison : '=' | '<' | '>' | LE | GE | NE ;

// ---------------------------------------------------------------- terms

term     : signed (op+=('+' | MINUS) signed)* ;
signed   : MINUS* product ;
product  : postfix (op+=(TIMES | '/') factor)* ;
factor   : MINUS* postfix ;
postfix  : primary suffix* ;
suffix   : '[' term (',' term)* ']' | PRIME | TRANSPOSE | '^' exponent ;
exponent : MINUS? (NUMBER | name (arguments | '[' term (',' term)* ']')? | '(' formula ')') ;
primary
    : NUMBER                                                    # Literal
    | name arguments?                                           # Named
    | GRAD (name '(' term ')' | '(' name ',' term ')')          # Gradient
    | '(' formula ')'                                           # Group
    | '[' row (';' row)* ']'                                    # Matrix
    | '|' term '|'                                              # Absolute
    | '‖' term '‖'                                              # Norm
    | ('<' | '⟨') term ',' term ('>' | '⟩')                     # Inner
    | '?' ('[' term (',' term)? ']' | '{' sort '}')?            # Hole
    ;
row       : term (',' term)* ;
arguments : '(' (argument (',' argument)*)? ')' ;
argument  : term (IN interval)? ;       // `l in 1..L`: the term is the index

// ---------------------------------------------------------------- names

claimId : idWord (MINUS (idWord | NUMBER))* ;
idWord  : DOTTED | name ;
name                                    // words with a meaning of their own that are free elsewhere
    : NAME | FLOW | RATE | WITH | OF | CLAIM | VARIANT | FROM | REASON | CERTIFICATE
    | PUBLISHED | RECONSTRUCTED | OURS | ROUGH | NOT | EXTENDS
    | DIRECTED | GRAPH | ON | WITHOUT | LOOPS | SET | BOUNDARY | WALKS | TOWARDS
    ;

// ---------------------------------------------------------------- certificates

certificates : certificatePart* EOF ;
certificatePart : certificateHeader | step | UNREADABLE ;
certificateHeader : CERTIFICATE claimId ;
step
    : NUMBER '.' context? formula
      BY ruleName STRING? (FROM premise (',' premise)*)? (WITH assignment (',' assignment)*)? (REASON reasonText)?
    ;
reasonText : STRING ;
premise    : NUMBER ;
context    : '[' (contextItem ((',' | ';') contextItem)*)? ']' ;
contextItem : name IN interval | name ':' formula ;
assignment : key ASSIGN term ;
key        : name ('[' name (',' name)* ']')? | NUMBER | STRING ;
ruleName
    : claimId | AND | FOR | IN | LET | CASE | CALC | SHOW | HAVE | GIVEN | INITIALLY | ALWAYS | TRUE | FALSE | THEOREM | LEMMA
    | SAMPLE | EXCEPT | PARAM | VAR | FUN | CITE | THEORY | NAT | INT | REAL | TENSOR | GRAD
    ;

// ---------------------------------------------------------------- tokens

THEORY : 'theory' ;
EXTENDS : 'extends' ;
THEOREM : 'theorem' ;
CONJECTURE : 'conjecture' ;
LEMMA : 'lemma' ;
FALSE : 'false' ;
TRUE : 'true' ;
CLAIM : 'claim' ;
VARIANT : 'variant' ;
OF : 'of' ;
IN : 'in' | '∈' ;
CITE : 'cite' ;
PUBLISHED : 'published' ;
RECONSTRUCTED : 'reconstructed' ;
OURS : 'ours' ;
PARAM : 'param' ;
MOVING : 'moving' ;
VAR : 'var' ;
FUN : 'fun' ;
ROUGH : 'rough' ;
LET : 'let' ;
FLOW : 'flow' ;
DESCENDS : 'descends' ;
FOLLOWS : 'follows' ;
WITH : 'with' ;
RATE : 'rate' ;
DIRECTED : 'directed' ;
GRAPH : 'graph' ;
ON : 'on' ;
WITHOUT : 'without' ;
LOOPS : 'loops' ;
SET : 'set' ;
BOUNDARY : 'boundary' ;
WALKS : 'walks' ;
TOWARDS : 'to' ;
FOR : 'for' | '∀' ;
GIVEN : 'given' ;
ALWAYS : 'always' ;
INITIALLY : 'initially' ;
SHOW : 'show' ;
HAVE : 'have' ;
CASE : 'case' ;
CALC : 'calc' ;
BY : 'by' ;
SAMPLE : 'sample' ;
EXPECT : 'expect' ;
NOT : 'not' ;
AND : 'and' | '∧' ;
EXCEPT : 'except' ;
GRAD : 'grad' | '∇' ;
NAT : 'nat' | 'ℕ' ;
INT : 'int' | 'ℤ' ;
REAL : 'real' | 'ℝ' ;
TENSOR : 'tensor' ;
CERTIFICATE : 'certificate' ;
FROM : 'from' ;
REASON : 'reason' ;

LE : '<=' | '≤' ;
GE : '>=' | '≥' ;
NE : '!=' | '≠' ;
EQUAL : '=' ;
LESS : '<' ;
GREATER : '>' ;
ARROW : '->' | '→' ;
ASSIGN : ':=' ;
PLUS : '+' ;
MINUS : '-' | '−' ;
TIMES : '*' | '·' | '⋅' ;
OVER : '/' ;
PRIME : '\'' | '′' ;
TRANSPOSE : '^T' { !Character.isLetterOrDigit(_input.LA(1)) && _input.LA(1) != '_' }? | 'ᵀ' ;
POWER : '^' ;
TO : '..' ;
DOT : '.' ;
COMMA : ',' ;
COLON : ':' ;
SEMICOLON : ';' ;
OPEN : '(' ;
CLOSE : ')' ;
OPEN_SQUARE : '[' ;
CLOSE_SQUARE : ']' ;
OPEN_CURLY : '{' ;
CLOSE_CURLY : '}' ;
BAR : '|' ;
DOUBLE_BAR : '‖' ;
OPEN_ANGLE : '⟨' ;
CLOSE_ANGLE : '⟩' ;
HOLE : '?' ;

NUMBER : DIGIT+ ('.' DIGIT+)? ;
NAME   : (LETTER WORD* | '∑' | '∏') ;
DOTTED : LETTER WORD* ('.' WORD+ ('-' WORD+)*)+ ;     // mf.end-to-end, rc.2x2.entry-lower
STRING : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' ;
UNCLOSED : '"' (~["\\\r\n] | '\\' ~[\r\n])* ;
COMMENT : '#' ~[\r\n]* -> channel(HIDDEN) ;
SPACE   : [ \t\r\n\u00A0\uFEFF]+ -> skip ;
UNKNOWN : . ;                                         // reported by the parser, once for each clause

fragment DIGIT  : [0-9] ;
fragment LETTER : [A-Za-z\u00B5\u0370-\u03FF] ;
fragment WORD   : LETTER | DIGIT | '_' ;
