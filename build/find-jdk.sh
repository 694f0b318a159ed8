# Sourced by the launcher and by .ci/run: find_jdk sets JAVA_HOME (and MAVEN_OPTS) to the first JDK >= 25 among
# JAVA_HOME, the java on PATH and the usual folders. Nothing is started: the file "release" of a JDK has its version.

needed_jdk=25

is_jdk() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    jdk_major=
    while IFS='="' read -r jdk_key _ jdk_value _ || [ -n "$jdk_key" ]; do
        if [ "$jdk_key" = JAVA_VERSION ]; then
            jdk_major=${jdk_value%%[!0-9]*}
        fi
    done < "$1/release"
    [ -n "$jdk_major" ] && [ "$jdk_major" -ge "$needed_jdk" ]
}

find_jdk() {
    found_older=
    java_on_path=$(command -v java 2>/dev/null) || java_on_path=
    if [ -n "$java_on_path" ]; then
        java_on_path=$(readlink -f "$java_on_path" 2>/dev/null) || java_on_path=
    fi
    for jdk in "${JAVA_HOME:-/nonexistent}" "${java_on_path%/bin/java}" \
        /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* "${HOME:-/nonexistent}"/.m2/jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home
    do
        jdk_major=
        if is_jdk "$jdk"; then
            JAVA_HOME=$jdk
            # Maven's own libraries make recent JDKs warn
            MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS-}"
            export JAVA_HOME MAVEN_OPTS
            return 0
        elif [ -n "$jdk_major" ]; then
            found_older="$found_older
    Java $jdk_major in $jdk"
        fi
    done
    return 1
}

explain_missing_jdk() {
    echo "tenet: a JDK (not only a JRE) of version $needed_jdk or later is needed, and none was found in JAVA_HOME, on PATH,"
    echo "in /usr/lib/jvm, /usr/java, /opt, ~/.sdkman, ~/.jdks or /Library/Java."
    if [ -n "$found_older" ]; then
        echo "Found, but too old:$found_older"
    fi
    echo "Get one, for example:"
    echo "    Temurin:        https://adoptium.net/temurin/releases/?version=25   (any folder; then set JAVA_HOME)"
    echo "    SDKMAN:         sdk install java 25-tem"
    echo "    macOS:          brew install --cask temurin@25"
    echo "    Fedora:         dnf install java-25-openjdk-devel"
    echo "    Debian, Ubuntu: apt install openjdk-25-jdk-headless   (recent releases)"
}
