package tenet.properties.jqwik;

import java.nio.file.Path;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Gives jqwik the instances that {@link FromClaim} asks for. jqwik finds it by its entry in {@code META-INF/services}. */
public final class FromClaimProvider implements ArbitraryProvider {
    @Override
    public boolean canProvideFor(TypeUsage target) {
        return target.isOfType(ClaimInstance.class) && target.isAnnotated(FromClaim.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage target, SubtypeProvider ignored) {
        FromClaim asked = target.findAnnotation(FromClaim.class).orElseThrow();
        return Set.of(asked.file().isEmpty() ? ClaimInstances.of(asked.value()) : ClaimInstances.of(Path.of(asked.file()), asked.value()));
    }
}
