package tenet.properties.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The example of docs/attack.md, as it stands there. */
class ResidualProperties {
    // begin
    /** The smaller singular value of a 2 x 2 matrix: the code under test. */
    static double smallerSingularValue(double[][] w) {
        double det = w[0][0] * w[1][1] - w[0][1] * w[1][0];
        double squares = w[0][0] * w[0][0] + w[0][1] * w[0][1] + w[1][0] * w[1][0] + w[1][1] * w[1][1];
        double larger = Math.sqrt((squares + Math.sqrt(Math.max(0, squares * squares - 4 * det * det))) / 2);
        return larger == 0 ? 0 : Math.abs(det) / larger;
    }

    @Property(tries = 200)
    void the_distance_to_rank_one_is_at_most_the_residual(@ForAll @FromClaim("rc.unobserved-lower") ClaimInstance at) {
        double residual = at.number("s").toDouble();
        assertThat(smallerSingularValue(at.matrix("W"))).isLessThanOrEqualTo(residual * (1 + 1e-9));
    }
    // end

    @Example
    void the_documentation_shows_this_code() throws IOException {
        String source = Files.readString(Path.of("src/test/java/tenet/properties/jqwik/ResidualProperties.java"));
        String shown = source.substring(source.indexOf("// begin\n") + 9, source.indexOf("    // end\n")).stripTrailing().stripIndent() + "\n";
        assertThat(Files.readString(Path.of("../docs/attack.md"))).contains("```java\n" + shown + "```");
    }
}
