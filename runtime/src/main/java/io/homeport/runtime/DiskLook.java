package io.homeport.runtime;

import io.homeport.CheckTarget;
import java.io.File;

/** Asks the file system what this JVM's user may still write there. */
record DiskLook(CheckTarget.Disk target) implements Look {

    @Override
    public Seen look() {
        File place = new File(target.path());
        if (!place.exists()) {
            return Seen.down(target.path() + " is not there");
        }
        long free = place.getUsableSpace();
        String words = free / 1_000_000 + " MB free at " + target.path();
        return free >= target.freeBytes() ? Seen.up(words) : Seen.down(words);
    }
}
