package tenet.properties.check;

import tenet.properties.junit.TenetClaims;
import tenet.properties.junit.TenetFile;

/** What a newcomer tries first is derived without a word from the author, and what is wrong in it is refuted. */
@TenetFile("everyday.tenet")
class EverydayMathematicsTest implements TenetClaims {
}
