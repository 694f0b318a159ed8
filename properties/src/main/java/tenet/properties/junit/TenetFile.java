package tenet.properties.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code .tenet} files whose claims a test class tests; the class implements {@link TenetClaims}.
 *
 * {@snippet :
 * @TenetFile("paper.tenet")
 * class PaperTest implements TenetClaims {
 * }
 * }
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TenetFile {
    /** Paths from the folder of the build, or names of resources beside the class or at the root of the class path. */
    String[] value();

    /** The seed of all samples. */
    long seed() default 1;

    /** Samples on a claim that is not proved; a proved one gets a fiftieth. */
    int tries() default 1000;

    /** For one claim, in seconds. */
    int timeLimit() default 60;

    /** The least that every theorem must reach, besides what the file expects. */
    Least require() default Least.EXPECTED;

    /** What {@link #require} may ask. */
    enum Least {
        /** What the file expects. */
        EXPECTED,
        /** Sampled without a violation, or better. */
        SUPPORTED,
        /** Decided on all instances there are, or better. */
        CERTIFIED,
        /** A derivation for all parameters. */
        PROVED
    }
}
