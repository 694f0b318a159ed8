package tenet.properties.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenet.theorems.InvalidInput;
import tenet.theorems.Library;
import tenet.theorems.Source;
import tenet.theorems.SourceReader;

class CitationsTest {
    private static final String BASE = """
            theorem base.first
              in none
              param x : real
              show x^2 >= 0

            theorem base.second
              in none
              param x : real
              show x^2 + 1 > 0
              have square: x^2 >= 0 by base.first(x)
              by square

            theorem base.aside
              in none
              param x : real
              show x <= x
            """;
    private static final String MINE = """
            theorem mine
              in none
              param x : real
              show x^2 + 2 > 0
              case low: x < 0 {
                calc x^2 + 2 >= x^2 + 1
                  > 0 by base.second(x) }
              case high: x >= 0 { by high }
            """;

    @Test
    void what_a_file_cites_and_what_that_cites_is_looked_up_and_nothing_else() throws InvalidInput {
        Source base = SourceReader.parse("base.tenet", BASE, Optional.empty(), Library.EMPTY);
        Library library = new Library(List.of(base));
        Source mine = SourceReader.parse("mine.tenet", MINE, Optional.empty(), library);
        assertThat(Citations.of(library, List.of(mine))).containsExactlyInAnyOrder("mine", "base.second", "base.first");
        assertThat(Citations.of(library, List.of(base))).containsExactlyInAnyOrder("base.first", "base.second", "base.aside");
    }

    @Test
    void what_only_a_stored_derivation_cites_is_looked_up_too() throws InvalidInput {
        Source base = SourceReader.parse("base.tenet", BASE, Optional.empty(), Library.EMPTY);
        Library library = new Library(List.of(base));
        String certificate = """
                certificate bare
                1. x^2 >= 0
                   by theorem "base.first" with x := x
                """;
        Source bare = SourceReader.parse("bare.tenet", "theorem bare\n  in none\n  param x : real\n  show x^2 >= 0\n", Optional.of(certificate), library);
        assertThat(bare.certificate("bare")).isPresent();
        assertThat(Citations.of(library, List.of(bare))).containsExactlyInAnyOrder("bare", "base.first");
    }
}
