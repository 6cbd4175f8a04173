output "address" {
  description = "Where the shop answers"
  value       = "http://${aws_lb.main.dns_name}"
}

output "bucket_arns" {
  value = { for name, bucket in module.bucket : name => bucket.arn }
}

output "database_endpoint" {
  value = aws_db_instance.orders.endpoint
}
