package tenet.properties.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Makes each claim of the files that {@link TenetFile} names a test of its own: theorems, variants, false claims and
 * lemmas. A test fails when the claim falls short; its message has the counterexample as an instance that can be pasted
 * into the file.
 */
public interface TenetClaims {
    /** A container for each file, a test for each claim. */
    @TestFactory
    default Stream<DynamicNode> claims() {
        TenetFile asked = Optional.ofNullable(getClass().getAnnotation(TenetFile.class))
                .orElseThrow(() -> new IllegalStateException(getClass().getName() + " has no @TenetFile"));
        List<DynamicNode> files = new ArrayList<>();
        for (String name : asked.value()) files.add(ClaimTests.of(name, asked, getClass()));
        return files.stream();
    }
}
