resource "aws_db_subnet_group" "main" {
  name       = local.name
  subnet_ids = aws_subnet.private[*].id
}

resource "aws_security_group" "database" {
  name        = "${local.name}-database"
  description = "PostgreSQL"
  vpc_id      = aws_vpc.main.id
}

resource "aws_security_group_rule" "database_from_app" {
  type                     = "ingress"
  description              = "PostgreSQL from the application"
  security_group_id        = aws_security_group.database.id
  source_security_group_id = aws_security_group.app.id
  from_port                = 5432
  to_port                  = 5432
  protocol                 = "tcp"
}

resource "aws_db_instance" "orders" {
  identifier     = "${local.name}-orders"
  engine         = "postgres"
  engine_version = "16.4"
  instance_class = local.production ? "db.m6g.large" : "db.t4g.small"

  allocated_storage = 50
  storage_encrypted = true
  kms_key_id        = aws_kms_key.main.arn

  username                            = "orders"
  manage_master_user_password         = true
  iam_database_authentication_enabled = true

  db_subnet_group_name   = aws_db_subnet_group.main.name
  vpc_security_group_ids = [aws_security_group.database.id]
  multi_az               = local.production

  backup_retention_period = 14
  deletion_protection     = true
}

# A copy for the analysts, made in a hurry.
resource "aws_db_instance" "reports" {
  identifier     = "${local.name}-reports"
  engine         = "postgres"
  engine_version = "16.4"
  instance_class = "db.t4g.medium"

  allocated_storage = 50
  storage_encrypted = false

  username = "reports"
  password = "Reports-2024!"

  db_subnet_group_name   = aws_db_subnet_group.main.name
  vpc_security_group_ids = [aws_security_group.database.id]
  publicly_accessible    = true

  backup_retention_period = 0
  deletion_protection     = local.production
  skip_final_snapshot     = true
}
