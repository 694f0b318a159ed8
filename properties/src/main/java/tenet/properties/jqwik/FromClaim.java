package tenet.properties.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The claim whose hypotheses a parameter satisfies; the parameter is a {@link ClaimInstance}.
 *
 * {@snippet :
 * @Property
 * void my_code_agrees(@ForAll @FromClaim("rc.unobserved-lower") ClaimInstance at) {
 * }
 * }
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FromClaim {
    /** The id of the claim. */
    String value();

    /** The path of its file from the folder of the build; the built-in library when empty. */
    String file() default "";
}
