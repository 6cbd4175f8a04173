package checks

import "github.com/lintel-iac/lintel/model"

// ClusterSnapshotEncrypted wants the snapshot of a database cluster to be
// encrypted. Type is that of the snapshot, Cluster that of the cluster. The
// cluster is asked, if it is in this scope: of a snapshot only a state or the
// platform says so itself.
type ClusterSnapshotEncrypted struct{ Type, Cluster string }

func (c ClusterSnapshotEncrypted) Types() string { return c.Type }

func (c ClusterSnapshotEncrypted) Judge(p *Pass, r *model.Resource) {
	encrypted := r.At("storage_encrypted")
	if encrypted.State == model.Absent {
		encrypted = c.ofCluster(r, encrypted.Origin)
	}
	p.Require(encrypted.IsTrue(), encrypted, "%s is %v", encrypted.Origin.Name, Said(encrypted))
}

func (c ClusterSnapshotEncrypted) ofCluster(r *model.Resource, at model.Origin) model.Value {
	for ref := range r.RefsAt("db_cluster_identifier") {
		if cluster := r.Scope.Resource(ref.To); cluster != nil && cluster.Type == c.Cluster {
			return cluster.At("storage_encrypted")
		}
	}
	return model.Undecided("the cluster decides", at)
}
