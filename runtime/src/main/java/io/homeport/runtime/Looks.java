package io.homeport.runtime;

import io.homeport.CheckSettings;
import io.homeport.CheckTarget;

/** How each kind of target is looked at. */
final class Looks {
    private Looks() {}

    /** The look of a check that the configuration describes in full. */
    static Look of(CheckSettings check, LookSources sources) {
        CheckTarget target = check.target();
        if (target instanceof CheckTarget.Tcp tcp) {
            return new TcpLook(tcp);
        }
        if (target instanceof CheckTarget.Url url) {
            return new UrlLook(url);
        }
        if (target instanceof CheckTarget.Disk disk) {
            return new DiskLook(disk);
        }
        if (target instanceof CheckTarget.RequestPool pool) {
            return new RequestPoolLook(pool.percent(), sources.node().requestPools());
        }
        return target instanceof CheckTarget.Datasource datasource
                ? database(datasource, seconds(check), sources)
                : new DeadlockLook();
    }

    private static Look database(CheckTarget.Datasource target, int seconds, LookSources sources) {
        return target.isPool()
                ? new PoolLook(target.pool(), seconds, sources)
                : new JndiLook(target.name(), seconds, sources);
    }

    /** What JDBC takes for a time-out. */
    private static int seconds(CheckSettings check) {
        return Math.max(1, (int) check.timeout().toSeconds());
    }
}
